import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { ChangeAccount } from '#contracts/people/account.commands.js';
import { topics } from '#contracts/topics.js';
import type { StoreTransaction } from '#event-store/event-store.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#service/commands/command-request.js';
import type { TokenVerifier } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import type { Pool, PoolClient } from 'pg';
import { hashPassword } from '../person/password-hash.js';
import { personDecider, type PersonCommand } from '../person/person.decider.js';
import { profileOf } from '../person/profile.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { endSessions } from '../session/end-sessions.js';
import { sessionsEnded } from '../session/sessions-ended.js';
import { KEYRING, PSEUDONYM_KEY, VERIFIER } from '../tokens.js';
import { moveNames } from './move-names.js';
import { profileChanged, whatChanges } from './profile-changed.js';

@Controller('commands')
export class ChangeAccountController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(VERIFIER) private readonly verifier: TokenVerifier,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('change-account')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const { personId, sessionId } = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    const { password, ...wanted } = parseBody(ChangeAccount, body);
    const stream = `person-${personId}`;
    const metadata = metadataNow();
    const attempt = randomUUID();
    return answerCommand(async () => {
      const passwordHash = password === undefined ? undefined : await hashPassword(password);
      const { version, by } = await handleCommand(this.store, {
        stream,
        topic: topics.users.name,
        key: personId,
        decider: personDecider,
        command: async (transaction) => ({
          ...(await this.prepare(transaction, personId, wanted, metadata.recordedAt)),
          ...(passwordHash !== undefined && {
            password: passwordChanged(personId, metadata.recordedAt),
            ended: sessionsEnded(
              personId,
              await endSessions(transaction.client, { personId, but: sessionId }),
              'password-changed',
              metadata.recordedAt,
            ),
          }),
        }),
        idempotency: idempotencyOf(request, {
          caller: personId,
          command: { ...wanted, password: password !== undefined },
          pseudonymKey: this.pseudonymKey,
        }),
        metadata,
        alongside: async ({ client }) => {
          if (passwordHash !== undefined) await storeCredentials(client, personId, passwordHash);
        },
        answer: (version) => ({ version, by: attempt }),
      });
      if (by !== attempt && password !== undefined) await requireSamePassword(this.pool, personId, password);
      return { streams: { [stream]: version } };
    });
  }

  private async prepare(
    { client, readStream }: StoreTransaction<PoolClient>,
    personId: string,
    wanted: Omit<ChangeAccount, 'password'>,
    now: string,
  ): Promise<Extract<PersonCommand, { type: 'ChangeAccount' }>> {
    const key = (await this.keyring.keysOf([personId])).get(personId);
    const profile = profileOf(await readStream(`person-${personId}`), key);
    if (!key || !profile) return { type: 'ChangeAccount' };
    const change = whatChanges(profile, wanted);
    if (Object.keys(change).length === 0) return { type: 'ChangeAccount' };
    await moveNames(client, this.pseudonymKey, { profile, change, personId });
    return { type: 'ChangeAccount', profile: profileChanged(personId, change, key, now) };
  }
}

const passwordChanged = (personId: string, occurredAt: string) => ({
  ...{ id: randomUUIDv7(), type: 'PasswordChanged' as const, occurredAt },
  data: { personId, actor: { kind: 'person' as const, id: personId } },
});
