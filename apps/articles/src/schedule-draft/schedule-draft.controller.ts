import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { ScheduleDraft } from '#contracts/articles/article.commands.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { findAuthor } from '../draft/find-author.js';
import { onDraft } from '../draft/on-draft.js';
import { readDraft } from '../draft/read-draft.js';
import { requireTheirs } from '../draft/draft.rules.js';
import { requireMayPublish } from '../article/who-publishes.rules.js';

@Controller('commands')
export class ScheduleDraftController {
  private readonly lookUp: LookUp<'schedule-draft', ScheduleDraft, string | undefined> = {
    read: ({ articleId }) => findAuthor(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
  ) {}

  @Post('schedule-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'schedule-draft',
      ScheduleDraft,
      ({ wanted, caller, by, found: author }) => ({
        ...onDraft(request, wanted.articleId, caller, async (editorial, transaction) => {
          requireTheirs(author, editorial);
          requireMayPublish(editorial);
          await readDraft(transaction, wanted.articleId);
          return { ...by, type: 'ScheduleDraft' as const, ...wanted, editorial };
        }),
        sealedFor: author === undefined ? [] : [author],
      }),
      this.lookUp,
    );
  }
}
