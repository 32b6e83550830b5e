import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { topics } from '#contracts/topics.js';
import { EVENT_STORE, LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { startStream } from '#event-store/start-stream.js';
import type { Keyring, PersonKey } from '#keyring/keyring.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { Rejection } from '#decider/decider.js';
import { requireGoodAddress } from '#policy/require-may.js';
import { answerCommand } from '#commands/answer-command.js';
import { clientAddressOf, idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import type { Pool } from 'pg';
import { commentDecider, type PostCommand } from '../comment/comment.decider.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { commentPosted } from './comment-posted.js';
import { findParent } from './find-parent.js';
import { heldBecause } from './held-because.js';
import { lookUpCircumstances, type Circumstances } from './look-up-circumstances.js';

/** A command with what it is decided on. */
interface Looked extends Circumstances {
  wanted: PostComment;
  parent: PostCommand['parent'];
  key: PersonKey | undefined;
}

@Controller('commands')
export class PostCommentController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('post-comment')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return answerCommand(async () => {
      const [caller, looked] = await this.callers.withLookUp(request, 'post-comment', ({ personId }) =>
        this.look(request, personId, body),
      );
      const { wanted, commentId } = looked;
      const stream = `comment-${commentId}`;
      const metadata = metadataNow();
      let held = false;
      return startStream(this.store, {
        stream,
        topic: topics.comments.name,
        key: wanted.articleId,
        decider: commentDecider,
        command: () => {
          const command = prepare(caller, looked, metadata.recordedAt);
          held = command.event.data.heldBecause !== undefined;
          return command;
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ commentId, held, streams: { [stream]: version } }),
      });
    });
  }

  private async look(request: CommandRequest, personId: string, body: unknown): Promise<Looked> {
    const wanted = parseBody(PostComment, body);
    const { articleId, parentId } = wanted;
    const from = clientAddressOf(request);
    const [circumstances, parent, keys] = await Promise.all([
      lookUpCircumstances(this.lookUps, { articleId, personId, from }),
      parentId === null ? undefined : findParent(this.pool, parentId),
      this.keyring.keysOf([personId]),
    ]);
    return { ...circumstances, wanted, parent, key: keys.get(personId) };
  }
}

/** @param now ISO 8601. @throws Problem 403 where something forbids commenting from this address. */
function prepare(
  caller: Caller,
  { wanted, commentId, article, parent, person, addresses, key }: Looked,
  now: string,
): PostCommand {
  requireGoodAddress(addresses, now);
  if (person?.kind === 'erased') throw new Rejection('PersonErased', 'this person was erased');
  if (!person || !key) throw new Rejection('PersonUnknown', 'nothing is known of this person');
  const because = heldBecause({ author: person.sanctions, addresses }, now);
  const event = commentPosted(commentId, wanted, caller, { person, key }, { occurredAt: now, heldBecause: because });
  return { type: 'PostComment', article, parent, event };
}
