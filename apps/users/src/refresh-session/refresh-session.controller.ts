import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { RefreshSession } from '#contracts/people/account.commands.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { answerCommand } from '#commands/answer-command.js';
import { Problem } from '#http/problem.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { parseBody } from '#http/validate.js';
import type { Pool } from 'pg';
import { profileOf } from '../person/profile.js';
import { readPersonNow } from '../person/read-person.js';
import type { SessionTimes } from '../session/session-times.js';
import { signSession } from '../session/sign-session.js';
import { KEYRING, PSEUDONYM_KEY, SESSION_TIMES, SIGNER } from '../tokens.js';
import { refreshSession } from './refresh-session.js';

const invalid = () => new Problem(401, { detail: 'Sign in again.', errors: { refreshToken: ['is invalid'] } });

@Controller('commands')
export class RefreshSessionController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('refresh-session')
  @HttpCode(200)
  async handle(@Body() body: unknown) {
    const { refreshToken: shown } = parseBody(RefreshSession, body);
    return answerCommand(async () => {
      const now = new Date();
      const place = { store: this.store, key: this.pseudonymKey, times: this.times };
      const refreshed = await refreshSession(place, shown, now);
      if (!refreshed) throw invalid();
      const { personId, sessionId: id, refreshToken } = refreshed;
      const [person, keys] = await Promise.all([readPersonNow(this.pool, personId), this.keyring.keysOf([personId])]);
      const profile = profileOf(person.state, keys.get(personId));
      if (!profile) throw invalid();
      const { roles, ...told } = profile;
      const issuedAt = now.toISOString();
      const lifetimeSeconds = this.times.accessSeconds;
      const token = await signSession(this.signer, { id, personId, roles, issuedAt, lifetimeSeconds });
      return { personId, token, refreshToken, ...told };
    });
  }
}
