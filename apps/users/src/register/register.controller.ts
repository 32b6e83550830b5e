import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Commands } from '#commands/commands.js';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { RegisterUser } from '#contracts/people/account.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { TokenSigner } from '#identity/token-signer.js';
import type { Versions } from '#commands/consistency-token.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { GuestLinks } from '../link-guest/guest-links.js';
import { formerStreams } from '../person/former-streams.js';
import { hashPassword } from '../person/password-hash.js';
import { newPersonStream } from '../person/person-stream.js';
import { personDecider } from '../person/person.decider.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { takeNames } from '../person/take-names.js';
import { firstRefreshToken, refreshTokenHash } from '../session/refresh-token.js';
import type { SessionTimes } from '../session/session-times.js';
import { signSession } from '../session/sign-session.js';
import { startSession } from '../session/start-session.js';
import { storeRefreshToken } from '../session/store-refresh-token.js';
import { SESSION_TIMES, SIGNER } from '../tokens.js';

interface Registered {
  personId: string;
  sessionId: string;
  /** ISO 8601. */
  startedAt: string;
}

interface Beginning {
  personId: string;
  sessionId: string;
  passwordHash: string;
  refreshToken: string | undefined;
  guestId: string | undefined;
  /** ISO 8601. */
  at: string;
}

@Controller('commands')
export class RegisterController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(GuestLinks) private readonly links: GuestLinks,
  ) {}

  @Post('register')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest) {
    const { personId, sessionId, startedAt, streams } = await this.register(request, randomUUIDv7());
    const { username, email, refreshable } = RegisterUser.parse(request.body);
    const token = await signSession(this.signer, {
      ...{ id: sessionId, personId, roles: ['reader'], issuedAt: startedAt },
      lifetimeSeconds: refreshable ? this.times.accessSeconds : this.times.sessionSeconds,
    });
    const refreshToken = refreshable ? this.refreshTokenOf(request, sessionId) : undefined;
    return { personId, token, refreshToken, username, email, bio: null, image: null, streams };
  }

  private register(request: CommandRequest, personId: string) {
    return this.commands.run(request, 'register', RegisterUser, async ({ wanted, by }) => {
      const { username, email, password, refreshable, guestToken } = wanted;
      const guestId = guestToken && (await this.links.guestOf(guestToken, 'guestToken'));
      const [passwordHash, sessionId] = [await hashPassword(password), randomUUIDv7()];
      const refreshToken = refreshable ? this.refreshTokenOf(request, sessionId) : undefined;
      const beginning = { personId, sessionId, passwordHash, refreshToken, guestId, at: by.at };
      return {
        of: newPersonStream(personId),
        decider: personDecider,
        // Only for a free name, because a key is kept for ever.
        newKeyFor: personId,
        sealedFor: guestId ? [guestId] : [],
        sameIn: { username, email, guestId, ...(refreshable && { refreshable }) },
        command: async ({ client }) => ({
          ...{ ...by, type: 'RegisterUser' as const, personId, username, email, roles: ['reader' as const] },
          actor: { kind: 'person' as const, id: personId },
          ...(await takeNames(client, this.pseudonymKey, { username, email }, personId)),
        }),
        alongside: (transaction) => this.begin(transaction, beginning),
        answer: (): Registered => ({ personId, sessionId, startedAt: by.at }),
        formerStreams,
        onRepeat: (first: Registered) => requireSamePassword(this.pool, first.personId, password),
      };
    });
  }

  private refreshTokenOf({ headers }: CommandRequest, sessionId: string): string {
    return firstRefreshToken(this.pseudonymKey, String(headers['idempotency-key']), sessionId);
  }

  /** What an account starts with: a password, a session, and the linked guest. */
  private async begin(
    transaction: SealingTransaction<PoolClient>,
    { personId, sessionId, passwordHash, refreshToken, guestId, at }: Beginning,
  ): Promise<Versions> {
    const { client } = transaction;
    const startedAt = new Date(at);
    const expiresAt = new Date(startedAt.getTime() + this.times.sessionSeconds * 1_000);
    await storeCredentials(client, personId, passwordHash);
    await startSession(client, { id: sessionId, personId, startedAt, expiresAt });
    if (refreshToken !== undefined) {
      await storeRefreshToken(client, refreshTokenHash(this.pseudonymKey, refreshToken), sessionId);
    }
    if (!guestId) return {};
    const metadata = { ...metadataNow(), recordedAt: at };
    return { [`person-${guestId}`]: await this.links.link(transaction, { guestId, accountId: personId }, metadata) };
  }
}
