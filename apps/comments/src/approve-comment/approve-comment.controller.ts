import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { ApproveComment } from '#contracts/comments/comment.commands.js';
import { topics } from '#contracts/topics.js';
import { Rejection } from '#decider/decider.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { HeardCallers } from '#known-people/nest/heard-callers.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { commentDecider } from '../comment/comment.decider.js';
import { PSEUDONYM_KEY } from '../tokens.js';

@Controller('commands')
export class ApproveCommentController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(HeardCallers) private readonly callers: HeardCallers,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('approve-comment')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return answerCommand(async () => {
      const { personId } = await this.callers.of(request, 'approve-comment');
      const wanted = parseBody(ApproveComment, body);
      const { commentId } = wanted;
      const stream = `comment-${commentId}`;
      const articleId = await this.articleOf(stream);
      const { pseudonymKey } = this;
      const metadata = metadataNow();
      const data = { commentId, articleId, actor: { kind: 'person' as const, id: personId } };
      const event = {
        id: randomUUIDv7(),
        type: 'CommentApproved' as const,
        occurredAt: metadata.recordedAt,
        data,
      };
      return handleCommand(this.store, {
        stream,
        topic: topics.comments.name,
        key: articleId,
        decider: commentDecider,
        command: { type: 'ApproveComment' as const, event },
        idempotency: idempotencyOf(request, { caller: personId, command: wanted, pseudonymKey }),
        metadata,
        answer: (version) => ({ streams: { [stream]: version } }),
      });
    });
  }

  /** A comment stays under its article, so the stream may be read outside of the transaction. */
  private async articleOf(stream: string): Promise<string> {
    const [posted] = await this.store.readStream(stream);
    if (!posted) throw new Rejection('CommentUnknown', 'there is no such comment');
    return posted.key;
  }
}
