import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { RequestErasure } from '#contracts/people/person.commands.js';
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
import { ERASE_AFTER_SECONDS, PSEUDONYM_KEY, VERIFIER } from '../tokens.js';
import { planErasure } from './plan-erasure.js';

@Controller('commands')
export class RequestErasureController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(ERASE_AFTER_SECONDS) private readonly afterSeconds: number,
  ) {}

  /** One's own erasure, or as an admin anybody's. */
  @Post('request-erasure')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    const wanted = parseBody(RequestErasure, body);
    const { personId = caller.personId, reason = 'asked-here' } = wanted;
    if (personId !== caller.personId) requireAdmin(caller);
    const stream = `person-${personId}`;
    const metadata = metadataNow();
    const earliest = new Date(Date.parse(metadata.recordedAt) + this.afterSeconds * 1_000).toISOString();
    let dueAt = earliest;
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: personId,
        decider: erasureDecider,
        command: async ({ client }) => {
          dueAt = await planErasure(client, personId, earliest);
          const data = { personId, dueAt, reason, actor: { kind: 'person' as const, id: caller.personId } };
          const event = { id: randomUUIDv7(), occurredAt: metadata.recordedAt, data };
          return { type: 'RequestErasure' as const, event: { ...event, type: 'ErasureRequested' as const } };
        },
        idempotency: idempotencyOf(request, {
          caller: caller.personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ dueAt, streams: { [stream]: version } }),
      }),
    );
  }
}
