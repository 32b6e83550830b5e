import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { FollowPerson } from '#contracts/people/account.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import type { TokenVerifier } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import { personDecider } from '../person/person.decider.js';
import { PSEUDONYM_KEY, VERIFIER } from '../tokens.js';
import { requireProfile } from './require-profile.js';

@Controller('commands')
export class FollowPersonController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('follow-person')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const { personId } = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    const wanted = parseBody(FollowPerson, body);
    const stream = `person-${personId}`;
    const metadata = metadataNow();
    const event = {
      ...{ id: randomUUIDv7(), type: 'PersonFollowed' as const, occurredAt: metadata.recordedAt },
      data: { personId, followedId: wanted.followedId, actor: { kind: 'person' as const, id: personId } },
    };
    return answerCommand(() =>
      handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: personId,
        decider: personDecider,
        command: async ({ readStream }) => {
          await requireProfile(readStream, wanted.followedId);
          return { type: 'FollowPerson' as const, event };
        },
        idempotency: idempotencyOf(request, {
          caller: personId,
          command: wanted,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        answer: (version) => ({ streams: { [stream]: version } }),
      }),
    );
  }
}
