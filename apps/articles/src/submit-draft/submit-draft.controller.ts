import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { SubmitDraft } from '#contracts/articles/article.commands.js';
import { onDraft } from '../draft/on-draft.js';

@Controller('commands')
export class SubmitDraftController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('submit-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'submit-draft', SubmitDraft, ({ wanted, caller, by }) =>
      onDraft(request, wanted.articleId, caller, (editorial) => ({
        ...by,
        type: 'SubmitDraft' as const,
        ...wanted,
        editorial,
      })),
    );
  }
}
