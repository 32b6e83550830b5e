import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { EndSessions } from '#contracts/people/account.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import { notFound } from '#service/problem.js';
import type { Caller, TokenVerifier } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import type { PoolClient } from 'pg';
import { personDecider } from '../person/person.decider.js';
import { endSessions } from '../session/end-sessions.js';
import { sessionsEnded } from '../session/sessions-ended.js';
import { PSEUDONYM_KEY, VERIFIER } from '../tokens.js';

@Controller('commands')
export class EndSessionsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('end-sessions')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return answerCommand(async () => {
      const caller = await this.verifier.verify(request.headers['authorization'] as string | undefined);
      const wanted = parseBody(EndSessions, body);
      const { personId } = caller;
      const stream = `person-${personId}`;
      const metadata = metadataNow();
      return handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: personId,
        decider: personDecider,
        command: async ({ client }) => {
          const ended = await this.end(client, caller, wanted);
          const event = sessionsEnded(personId, ended, 'signed-out', metadata.recordedAt);
          return { type: 'EndSessions' as const, event };
        },
        idempotency: idempotencyOf(request, { caller: personId, command: wanted, pseudonymKey: this.pseudonymKey }),
        metadata,
        answer: (version) => ({ streams: { [stream]: version } }),
      });
    });
  }

  private async end(client: PoolClient, { personId, sessionId }: Caller, { sessions }: EndSessions): Promise<string[]> {
    if (sessions === 'all') return endSessions(client, { personId });
    if (sessions === 'others') return endSessions(client, { personId, but: sessionId });
    const ended = await endSessions(client, { personId, only: sessions === 'this' ? sessionId : sessions });
    if (ended.length === 0 && sessions !== 'this') throw notFound('session');
    return ended;
  }
}
