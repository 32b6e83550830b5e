import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { UnscheduleDraft } from '#contracts/articles/article.commands.js';
import { onDraft } from '../draft/on-draft.js';

@Controller('commands')
export class UnscheduleDraftController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('unschedule-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'unschedule-draft', UnscheduleDraft, ({ wanted, caller, by }) =>
      onDraft(request, wanted.articleId, caller, (editorial) => ({
        ...by,
        type: 'UnscheduleDraft' as const,
        ...wanted,
        editorial,
      })),
    );
  }
}
