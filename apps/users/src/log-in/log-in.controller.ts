import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Recorded, PersonEvent } from '#contracts/events.js';
import { Login } from '#contracts/people/person.commands.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { openOrErased } from '#keyring/open.js';
import { answerCommand } from '#service/commands/answer-command.js';
import { pseudonymOf } from '#service/commands/command-request.js';
import { Problem } from '#service/problem.js';
import type { TokenSigner } from '#service/token-signer.js';
import { parseBody } from '#service/validate.js';
import type { Pool } from 'pg';
import { verifyPassword } from '../person/password-hash.js';
import { KEYRING, PSEUDONYM_KEY, SIGNER } from '../tokens.js';
import { findCredentials } from './find-credentials.js';
import { startSession } from './start-session.js';

/** RealWorld clients never refresh, so a token lives as long as its session. */
const lifetimeSeconds = 7 * 24 * 3_600;
// Checked where the e-mail is unknown, so that the time of the answer does not tell who has an account.
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const invalid = () =>
  new Problem(401, { detail: 'E-mail or password is not right.', errors: { credentials: ['invalid'] } });

@Controller('commands')
export class LogInController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('login')
  @HttpCode(200)
  async handle(@Body() body: unknown) {
    const { email, password } = parseBody(Login, body);
    return answerCommand(async () => {
      const emailHash = pseudonymOf(this.pseudonymKey, 'email', email.toLowerCase());
      const credentials = await findCredentials(this.pool, emailHash);
      const fits = await verifyPassword(password, credentials?.passwordHash ?? nobody);
      if (!credentials || !fits) throw invalid();
      return this.signIn(credentials.personId, email);
    });
  }

  private async signIn(personId: string, email: string) {
    const stream = `person-${personId}`;
    const events = (await this.store.readStream(stream)) as Recorded<PersonEvent>[];
    const registered = events.find((event) => event.type === 'UserRegistered');
    if (!registered) throw invalid();
    const key = (await this.keyring.keysOf([personId])).get(personId);
    const username = openOrErased(key, registered.id, 'name', registered.data.username);
    const sessionId = randomUUIDv7();
    const startedAt = new Date();
    const expiresAt = new Date(startedAt.getTime() + lifetimeSeconds * 1_000);
    await startSession(this.pool, { id: sessionId, personId, startedAt, expiresAt });
    const caller = { personId, kind: 'account' as const, roles: registered.data.roles, sessionId };
    const token = await this.signer.sign(caller, { issuedAt: startedAt.toISOString(), lifetimeSeconds });
    return { personId, token, username, email, streams: { [stream]: events.length } };
  }
}
