import { Body, Controller, Inject, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DescribeSite } from '#contracts/site/site.commands.js';
import { parseBody } from '#http/validate.js';
import { Gives, IsWrite, MayBeAccepted, Takes } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { Decisions } from '../decisions/decisions.js';
import { SiteAnswer } from './site.answers.js';
import { Sites } from './sites.js';

const Changed = z.object({ site: DescribeSite });

@ApiTags('Site')
@Controller('api/site')
export class DescribingController {
  constructor(
    @Inject(Sites) private readonly sites: Sites,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  @Patch()
  @ApiOperation({ summary: 'Change what the site says of itself: what is left out stays, null takes a page away' })
  @Takes(Changed)
  @Gives(200, 'The whole site, as everyone reads it now', SiteAnswer)
  @IsWrite()
  @MayBeAccepted()
  @MayBeBoundToWhatWasRead()
  async change(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { site } = parseBody(Changed, body);
    const changed = await this.decisions.send(write, this.services.articles, 'describe-site', site);
    return this.writes.show(write, changed, () => this.sites.now());
  }
}
