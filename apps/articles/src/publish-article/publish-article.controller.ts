import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { PublishArticle } from '#contracts/articles/article.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { articleDecider } from '../article/article.decider.js';
import { reserveSlug } from '../article/reserve-slug.js';
import { slugOf } from '../article/slug.js';
import { PSEUDONYM_KEY } from '../tokens.js';

@Controller('commands')
export class PublishArticleController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('publish-article')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await answerCommand(() => this.callers.of(request, 'publish-article'));
    const { source, ...wanted } = parseBody(PublishArticle, body);
    const articleId = randomUUIDv7();
    const stream = `article-${articleId}`;
    let slug = '';
    const metadata = metadataNow();
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.articles.name,
        key: articleId,
        decider: articleDecider,
        command: async ({ client }) => {
          slug = await reserveSlug(client, slugOf(wanted.title), articleId);
          const data = {
            ...wanted,
            articleId,
            slug,
            authorId: caller.personId,
            ...(source && { source: { name: source.name, ...(source.url !== undefined && { url: source.url }) } }),
            commentsClosed: false,
            actor: { kind: 'person' as const, id: caller.personId },
          };
          const event = {
            id: randomUUIDv7(),
            type: 'ArticlePublished' as const,
            occurredAt: metadata.recordedAt,
            data,
          };
          return { type: 'PublishArticle' as const, event };
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: { ...wanted, source },
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ articleId, slug, streams: { [stream]: version } }),
      }),
    );
  }
}
