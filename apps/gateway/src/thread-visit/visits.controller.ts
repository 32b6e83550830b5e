import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { VisitThread } from '#contracts/comments/visit.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { readThreadVisit } from '#read-models/thread-visit/read-thread-visit.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { LookUps } from '../read-database/read-database.js';
import { Resolve } from '../read-database/resolve.js';

const Visited = z.object({ visit: VisitThread.omit({ articleId: true }) });
const VisitAnswer = z.object({ visit: z.object({ upTo: z.iso.datetime().describe('the latest of all visits') }) });

@ApiTags('Comments')
@Controller('api/articles/:slug/visits')
export class VisitsController {
  constructor(
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'What was shown under the article up to then, I have seen',
    description:
      'Send the latest `shownAt` of what was read: who comes again and finds nothing new then changes nothing. An earlier time than before changes nothing, a time to come counts as now.',
  })
  @Takes(Visited)
  @Gives(200, 'Up to when I have seen it', VisitAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403, 404)
  async visit(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @AskedBy() { personId }: Caller,
    @InExchange() exchange: Exchange,
  ) {
    const write = await this.writes.begin(exchange);
    const { articleId, known, slug: present } = await this.resolve.article(slug);
    const { visit } = parseBody(Visited, body);
    const command = { articleId, ...visit };
    const visited = await this.writes.send(write, this.services.comments, 'visit-thread', command, { known });
    return this.writes.show(write, visited, async () => {
      const upTo = await readThreadVisit(this.lookUps, present, personId);
      return upTo && { visit: { upTo: upTo.toISOString() } };
    });
  }
}
