import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { requireMayCommand } from '#policy/require-may.js';
import type { CommandRequest } from '#commands/command-request.js';
import { unauthorized } from '#http/problem.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { TokenVerifier } from '#identity/tokens.js';
import type { Pool } from 'pg';
import { guestLifetimeSeconds } from '../introduce-guest/guest-lifetime.js';
import type { SessionTimes } from '../session/session-times.js';
import { readPersonNow } from '../person/read-person.js';
import { SESSION_TIMES, SIGNER } from '../tokens.js';
import { rotateCredential } from './rotate-credential.js';

@Controller('commands')
export class RotateCredentialController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly key: Buffer,
  ) {}

  /** Accepts ended credentials too: whether one may be presented again is decided here. */
  @Post('rotate-credential')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const holder = await this.tokens.identify(request.headers['authorization'] as string | undefined);
    requireMayCommand('rotate-credential', { ...holder, sanctions: {} });
    const { state: guest } = await readPersonNow(this.pool, holder.personId);
    if (guest.kind !== 'guest' || guest.linkedTo !== null) throw unauthorized('is revoked');
    const place = { store: this.commands.events, key: this.key, graceSeconds: this.times.graceSeconds };
    const next = await rotateCredential({ ...place, lifetimeSeconds: guestLifetimeSeconds }, holder, new Date());
    if (!next) throw unauthorized('is revoked');
    const token = await this.signer.sign(
      { ...holder, sessionId: next.id },
      { issuedAt: next.issuedAt.toISOString(), lifetimeSeconds: guestLifetimeSeconds },
    );
    return { personId: holder.personId, token, streams: { [`person-${holder.personId}`]: next.version } };
  }
}
