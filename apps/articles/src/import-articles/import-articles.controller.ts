import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ImportArticles } from '#contracts/articles/article.commands.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { answerCommand } from '#commands/answer-command.js';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { importArticles } from './import-articles.js';

@Controller('commands')
export class ImportArticlesController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
  ) {}

  @Post('import-articles')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.callers.of(request, 'import-articles');
    const { articles } = parseBody(ImportArticles, body);
    return answerCommand(async () => ({
      results: await importArticles(this.store, caller.personId, articles, metadataNow()),
    }));
  }
}
