import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { IntroduceGuest } from '#contracts/people/person.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { parseBody } from '#http/validate.js';
import { personDecider } from '../person/person.decider.js';
import { KEYRING, PSEUDONYM_KEY, SIGNER } from '../tokens.js';
import { requireFreeName } from '../person/require-free-name.js';
import { guestIntroduced } from './guest-introduced.js';
import { guestLifetimeSeconds } from './guest-lifetime.js';

@Controller('commands')
export class IntroduceGuestController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('introduce-guest')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const guest = parseBody(IntroduceGuest, body);
    const newId = randomUUIDv7();
    const metadata = metadataNow();
    const answer = await answerCommand(() =>
      handleCommand(this.store, {
        stream: `person-${newId}`,
        topic: topics.users.name,
        key: newId,
        decider: personDecider,
        // The key is made only for a command that is new, and before the event that needs it.
        command: async ({ client }) => {
          const { name } = guest;
          await requireFreeName(client, this.pseudonymKey, { name, field: 'name', personId: newId });
          await this.keyring.createKeys([newId]);
          const key = (await this.keyring.keysOf([newId])).get(newId);
          if (!key) throw new Error('the key that was just made is not there');
          const actor = { kind: 'person' as const, id: newId };
          return {
            type: 'IntroduceGuest' as const,
            event: guestIntroduced(newId, guest, key, actor, metadata.recordedAt),
          };
        },
        idempotency: idempotencyOf(request, {
          caller: undefined,
          command: guest,
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        // The token is signed anew from this for every repetition, so that none is kept in the record.
        answer: (version) => ({ personId: newId, version, issuedAt: metadata.recordedAt }),
      }),
    );
    const { personId, version, issuedAt } = answer;
    const caller = { personId, kind: 'guest' as const, roles: [], sessionId: personId };
    const token = await this.signer.sign(caller, { issuedAt, lifetimeSeconds: guestLifetimeSeconds });
    return { personId, token, streams: { [`person-${personId}`]: version } };
  }
}
