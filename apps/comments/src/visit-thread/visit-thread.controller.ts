import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { VisitThread } from '#contracts/comments/visit.commands.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { isKnownArticle } from '../listening/is-known-article.js';
import { visitStream } from '../visit/visit-stream.js';
import { visitDecider } from '../visit/visit.decider.js';

@Controller('commands')
export class VisitThreadController {
  private readonly lookUp: LookUp<'visit-thread', VisitThread, boolean> = {
    read: ({ articleId }) => isKnownArticle(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
  ) {}

  @Post('visit-thread')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'visit-thread',
      VisitThread,
      ({ wanted, caller: { personId }, by, found: articleIsKnown }) => ({
        of: visitStream(wanted.articleId, personId),
        decider: visitDecider,
        command: { ...by, type: 'VisitThread' as const, personId, articleIsKnown, ...wanted },
      }),
      this.lookUp,
    );
  }
}
