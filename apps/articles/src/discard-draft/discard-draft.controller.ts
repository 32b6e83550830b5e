import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { DiscardDraft } from '#contracts/articles/article.commands.js';
import { onDraft } from '../draft/on-draft.js';

@Controller('commands')
export class DiscardDraftController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('discard-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'discard-draft', DiscardDraft, ({ wanted, caller, by }) =>
      onDraft(request, wanted.articleId, caller, (editorial) => ({
        ...by,
        type: 'DiscardDraft' as const,
        ...wanted,
        editorial,
      })),
    );
  }
}
