import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { CancelErasure } from '#contracts/people/person.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import { requireAdmin } from '#service/commands/require-admin.js';
import type { TokenVerifier } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import { erasureDecider } from '../erasure/erasure.decider.js';
import { PSEUDONYM_KEY, VERIFIER } from '../tokens.js';
import { dropErasure } from './drop-erasure.js';

@Controller('commands')
export class CancelErasureController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** One's own erasure, or as an admin anybody's. */
  @Post('cancel-erasure')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    const wanted = parseBody(CancelErasure, body);
    const { personId = caller.personId } = wanted;
    if (personId !== caller.personId) requireAdmin(caller);
    const stream = `person-${personId}`;
    const metadata = metadataNow();
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: personId,
        decider: erasureDecider,
        command: async ({ client }) => {
          // Before the append, so that this waits for an erasure under way in place of meeting it in a deadlock.
          await dropErasure(client, personId);
          const data = { personId, actor: { kind: 'person' as const, id: caller.personId } };
          const event = { id: randomUUIDv7(), occurredAt: metadata.recordedAt, data };
          return { type: 'CancelErasure' as const, event: { ...event, type: 'ErasureCancelled' as const } };
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ streams: { [stream]: version } }),
      }),
    );
  }
}
