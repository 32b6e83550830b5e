import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { findKnownAddressRanges } from '#known-people/find-known-address-ranges.js';
import { findKnownPerson } from '#known-people/find-known-person.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { Rejection } from '#decider/decider.js';
import { requireGoodStanding } from '#policy/require-may.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import type { Caller } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import type { Pool, PoolClient } from 'pg';
import { commentDecider, type PostCommand } from '../comment/comment.decider.js';
import { findArticle } from '../comment/find-article.js';
import { nextCommentNumbers } from '../comment/next-comment-numbers.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { commentPosted } from './comment-posted.js';
import { findParent } from './find-parent.js';
import { heldBecause } from './held-because.js';

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
      const from = request.headers['x-client-address'] as string | undefined;
      const stream = `comment-${commentId}`;
      let held = false;
      return handleCommand(this.store, {
        stream,
        isNew: true,
        topic: topics.comments.name,
        key: wanted.articleId,
        decider: commentDecider,
        commandOnlyReads: true,
        command: async ({ client }) => {
          const command = await this.prepare(client, caller, from, wanted, commentId);
          held = command.event.data.heldBecause !== undefined;
          return command;
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata: metadataNow(),
        answer: (version) => ({ commentId, held, streams: { [stream]: version } }),
      });
    });
  }

  /** @throws Problem 403 where something forbids commenting from this address. */
  private async prepare(
    client: PoolClient,
    caller: Caller,
    from: string | undefined,
    wanted: PostComment,
    commentId: number,
  ): Promise<PostCommand> {
    const { personId } = caller;
    const { articleId, parentId } = wanted;
    const [article, parent, person, addresses, keys] = await Promise.all([
      findArticle(client, articleId),
      parentId === null ? undefined : findParent(client, parentId),
      findKnownPerson(client, personId),
      findKnownAddressRanges(client, from),
      this.keyring.keysOf([personId]),
    ]);
    const now = new Date().toISOString();
    for (const sanctions of addresses) requireGoodStanding(sanctions, now, 'Your address is');
    if (person?.kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
    const key = keys.get(personId);
    if (!person || !key) throw new Rejection('PersonUnknown', 'nothing is known of this person');
    const because = heldBecause({ author: person.sanctions, addresses }, now);
    const event = commentPosted(commentId, wanted, caller, { person, key }, { occurredAt: now, heldBecause: because });
    return { type: 'PostComment', article, parent, event };
  }
}
