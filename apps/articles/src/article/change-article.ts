import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import { PSEUDONYM_KEY } from '../tokens.js';
import { articleDecider } from './article.decider.js';

const types = { 'close-comments': 'CloseComments', 'reopen-comments': 'ReopenComments' } as const;

/** Runs a command that names nothing but the article. */
@Injectable()
export class ChangeArticle {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  async run(
    request: CommandRequest,
    command: keyof typeof types,
    articleIdOf: () => string,
  ): Promise<{ streams: Record<string, number> }> {
    const caller = await answerCommand(() => this.callers.of(request, command));
    const articleId = articleIdOf();
    const stream = `article-${articleId}`;
    const metadata = metadataNow();
    const actor = { kind: 'person' as const, id: caller.personId };
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.articles.name,
        key: articleId,
        decider: articleDecider,
        command: { type: types[command], eventId: randomUUIDv7(), articleId, at: metadata.recordedAt, actor },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: { articleId },
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ streams: { [stream]: version } }),
      }),
    );
  }
}
