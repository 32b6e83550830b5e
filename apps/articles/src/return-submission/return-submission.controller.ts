import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { ReturnSubmission } from '#contracts/articles/article.commands.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { findAuthor } from '../draft/find-author.js';
import { onDraft } from '../draft/on-draft.js';

@Controller('commands')
export class ReturnSubmissionController {
  private readonly lookUp: LookUp<'return-submission', ReturnSubmission, string | undefined> = {
    read: ({ articleId }) => findAuthor(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
  ) {}

  @Post('return-submission')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'return-submission',
      ReturnSubmission,
      ({ wanted, caller, by, found: author }) => ({
        ...onDraft(request, wanted.articleId, caller, (editorial) => ({
          ...by,
          type: 'ReturnSubmission' as const,
          ...wanted,
          editorial,
        })),
        sealedFor: author === undefined ? [] : [author],
      }),
      this.lookUp,
    );
  }
}
