import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { RefreshSession } from '#contracts/people/account.commands.js';
import { rolesInForce, type SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Keyring } from '#keyring/keyring.js';
import { Problem } from '#http/problem.js';
import type { TokenSigner } from '#identity/token-signer.js';
import type { Pool } from 'pg';
import { profileOf } from '../person/profile.js';
import { readPersonNow } from '../person/read-person.js';
import type { SessionTimes } from '../session/session-times.js';
import { signSession } from '../session/sign-session.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { SECOND_FACTOR_REQUIRED_OF, SESSION_TIMES, SIGNER } from '../tokens.js';
import { refreshSession } from './refresh-session.js';

const invalid = () => new Problem(401, { detail: 'Sign in again.', errors: { refreshToken: ['is invalid'] } });

@Controller('commands')
export class RefreshSessionController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(SECOND_FACTOR_REQUIRED_OF) private readonly requiredOf: SecondFactorRequiredOf,
  ) {}

  @Post('refresh-session')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'refresh-session', RefreshSession);
    const now = new Date();
    const place = { store: this.commands.events, key: this.pseudonymKey, times: this.times };
    const refreshed = await refreshSession(place, wanted.refreshToken, now);
    if (!refreshed) throw invalid();
    const { personId, sessionId: id, refreshToken } = refreshed;
    const [person, keys] = await Promise.all([readPersonNow(this.pool, personId), this.keyring.keysOf([personId])]);
    const profile = profileOf(person, keys.get(personId));
    if (!profile) throw invalid();
    const { roles: all, ...told } = profile;
    const roles = rolesInForce(all, person.state.hasSecondFactor, this.requiredOf);
    const issuedAt = now.toISOString();
    const lifetimeSeconds = this.times.accessSeconds;
    const token = await signSession(this.signer, { id, personId, roles, issuedAt, lifetimeSeconds });
    return { personId, token, refreshToken, ...told };
  }
}
