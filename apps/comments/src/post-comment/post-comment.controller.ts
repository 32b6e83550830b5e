import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { open } from '#keyring/open.js';
import type { Keyring } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import { findKnownPerson } from '#known-people/find-known-person.js';
import { shownName, type SealedIn } from '#known-people/known-person.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { Rejection } from '#decider/decider.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import type { Caller } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import type { Pool, PoolClient } from 'pg';
import { commentDecider, type PostCommand } from '../comment/comment.decider.js';
import { factsOf } from '../comment/facts.js';
import { findArticle } from '../comment/find-article.js';
import { nextCommentNumbers } from '../comment/next-comment-numbers.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { findParent } from './find-parent.js';

@Controller('commands')
export class PostCommentController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('post-comment')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return answerCommand(async () => {
      const [caller, [commentId = 0]] = await Promise.all([
        this.callers.of(request, 'post-comment'),
        nextCommentNumbers(this.pool, 1),
      ]);
      const wanted = parseBody(PostComment, body);
      const stream = `comment-${commentId}`;
      return handleCommand(this.store, {
        stream,
        isNew: true,
        topic: topics.comments.name,
        key: wanted.articleId,
        decider: commentDecider,
        commandOnlyReads: true,
        command: ({ client }) => this.prepare(client, caller, wanted, commentId),
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata: metadataNow(),
        answer: (version) => ({ commentId, streams: { [stream]: version } }),
      });
    });
  }

  private async prepare(
    client: PoolClient,
    caller: Caller,
    { articleId, parentId, body, format }: PostComment,
    commentId: number,
  ): Promise<PostCommand> {
    const { personId, kind } = caller;
    const [article, parent, person, keys] = await Promise.all([
      findArticle(client, articleId),
      parentId === null ? undefined : findParent(client, parentId),
      findKnownPerson(client, personId),
      this.keyring.keysOf([personId]),
    ]);
    if (person?.kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
    const key = keys.get(personId);
    if (!person || !key) throw new Rejection('PersonUnknown', 'nothing is known of this person');
    const id = randomUUIDv7();
    const again = (field: 'name' | 'website', { eventId, value }: SealedIn) =>
      seal(key, id, field, open(key, eventId, field, value));
    const name = again('name', shownName(person));
    const website = person.website && again('website', person.website);
    const data = {
      commentId,
      articleId,
      parentId,
      author: { personId, kind, name, ...(website && { website }) },
      body: seal(key, id, 'body', body),
      format,
      facts: factsOf(body),
      actor: { kind: 'person' as const, id: personId },
    };
    const event = { id, type: 'CommentPosted' as const, occurredAt: new Date().toISOString(), data };
    return { type: 'PostComment', article, parent, event };
  }
}
