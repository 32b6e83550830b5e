import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { ChangeAccount } from '#contracts/people/account.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Pool, PoolClient } from 'pg';
import { hashPassword } from '../person/password-hash.js';
import { PersonCommands } from '../person/person-commands.js';
import { personDecider, type PersonCommand } from '../person/person.decider.js';
import type { PersonNow } from '../person/person.state.js';
import { profileOf } from '../person/profile.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { endSessions } from '../session/end-sessions.js';
import { sessionsEnded } from '../session/sessions-ended.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { moveNames } from './move-names.js';
import { profileChanged, whatChanges } from './profile-changed.js';

type Changing = Extract<PersonCommand, { type: 'ChangeAccount' }>;

@Controller('commands')
export class ChangeAccountController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('change-account')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'change-account');
    const { personId, sessionId } = caller;
    const { password, ...wanted } = parseBody(ChangeAccount, body);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const attempt = randomUUID();
    const { version, by } = await this.commands.answer(
      {
        ...{ request, caller, decider: personDecider, wanted: { ...wanted, password: password !== undefined } },
        command: async ({ client }, at, person): Promise<Changing> => ({
          ...(await this.prepare(client, { personId, person, wanted }, at)),
          ...(passwordHash !== undefined && {
            password: passwordChanged(personId, at),
            ended: sessionsEnded(
              personId,
              await endSessions(client, { personId, but: sessionId }),
              'password-changed',
              at,
            ),
          }),
        }),
        alongside: async ({ client }) => {
          if (passwordHash !== undefined) await storeCredentials(client, personId, passwordHash);
        },
      },
      (version) => ({ version, by: attempt }),
    );
    if (by !== attempt && password !== undefined) await requireSamePassword(this.pool, personId, password);
    return { streams: { [`person-${personId}`]: version } };
  }

  private async prepare(
    client: PoolClient,
    { personId, person, wanted }: { personId: string; person: PersonNow; wanted: Omit<ChangeAccount, 'password'> },
    now: string,
  ): Promise<Changing> {
    const key = (await this.keyring.keysOf([personId])).get(personId);
    const profile = profileOf(person, key);
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
