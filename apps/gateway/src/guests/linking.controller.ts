import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LinkGuest } from '#contracts/people/account.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Gives, IsWrite, MayBeAccepted, Takes } from '../answers/route-documentation.js';
import { Me } from '../me/me.js';
import { MeAnswer } from '../me/me.answers.js';

const Linking = z.object({ guest: LinkGuest });

@ApiTags('People')
@Controller('api/me/guests')
export class LinkingController {
  constructor(
    @Inject(Me) private readonly me: Me,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a guest along whose credential one has',
    description:
      'What the guest wrote is the account’s from then on, and their credential is good no more. The same is done by ' +
      '`guestToken` as one registers or signs in. A suspended or banned guest is not taken along.',
  })
  @Takes(Linking)
  @Gives(200, 'Who I am, the guest’s comments counted in', MeAnswer)
  @IsWrite()
  @MayBeAccepted()
  async link(@Body() body: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { guest } = parseBody(Linking, body);
    const linked = await this.writes.send(write, this.services.users, 'link-guest', guest);
    return this.writes.show(write, linked, () => this.me.read(caller));
  }
}
