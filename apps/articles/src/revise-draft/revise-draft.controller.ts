import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { ReviseDraft } from '#contracts/articles/article.commands.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { findAuthor } from '../draft/find-author.js';
import { onDraft } from '../draft/on-draft.js';
import { contentOf } from '../article/content.js';

@Controller('commands')
export class ReviseDraftController {
  private readonly lookUp: LookUp<'revise-draft', ReviseDraft, string | undefined> = {
    read: ({ articleId }) => findAuthor(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
  ) {}

  @Post('revise-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'revise-draft',
      ReviseDraft,
      ({ wanted, caller, by, found: author }) => ({
        ...onDraft(request, wanted.articleId, caller, (editorial) => {
          const draft = JSON.stringify(contentOf(wanted));
          const { articleId } = wanted;
          return { ...by, type: 'SaveDraft' as const, articleId, draft, editorial, isNew: false };
        }),
        sealedFor: author === undefined ? [] : [author],
      }),
      this.lookUp,
    );
  }
}
