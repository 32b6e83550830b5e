import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ImportComments } from '#contracts/comments/comment.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { PROGRESS } from '#projection/nest/listening.module.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import type { Pool } from 'pg';
import { waitForArticles } from './wait-for-articles.js';
import { importComments } from './import-comments.js';

@Controller('commands')
export class ImportCommentsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
  ) {}

  @Post('import-comments')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'import-comments', ImportComments);
    await waitForArticles(this.pool, this.progress, wanted);
    return { results: await importComments(this.commands.events, this.pseudonymKey, wanted.comments, metadataNow()) };
  }
}
