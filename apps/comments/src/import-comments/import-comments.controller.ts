import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ImportComments } from '#contracts/comments/comment.commands.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { PROGRESS } from '#projection/nest/listening.module.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { answerCommand } from '#commands/answer-command.js';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import type { Pool } from 'pg';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { hearArticles } from './hear-articles.js';
import { importComments } from './import-comments.js';

@Controller('commands')
export class ImportCommentsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
  ) {}

  @Post('import-comments')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    await this.callers.of(request, 'import-comments');
    const wanted = parseBody(ImportComments, body);
    return answerCommand(async () => {
      await hearArticles(this.pool, this.progress, wanted);
      const { comments } = wanted;
      return { results: await importComments(this.store, this.keyring, this.pseudonymKey, comments, metadataNow()) };
    });
  }
}
