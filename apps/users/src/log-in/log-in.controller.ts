import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Login } from '#contracts/people/person.commands.js';
import { rolesInForce, type SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Keyring } from '#keyring/keyring.js';
import { requireGoodStanding } from '#policy/require-may.js';
import type { Versions } from '#commands/consistency-token.js';
import { pipelined } from '#postgres/pipelined.js';
import { Problem } from '#http/problem.js';
import type { TokenSigner } from '#identity/token-signer.js';
import type { ClientBase, Pool } from 'pg';
import { spend } from '../budget/spend.js';
import { GuestLinks } from '../link-guest/guest-links.js';
import { verifyPassword } from '../person/password-hash.js';
import { profileOf } from '../person/profile.js';
import { personStreamName, readPersonNow } from '../person/read-person.js';
import { emailHash } from '../person/reservation-hashes.js';
import { type Fitting, SecondFactors } from '../second-factor/second-factors.js';
import { endSurplusSessions } from '../session/end-surplus-sessions.js';
import type { SessionTimes } from '../session/session-times.js';
import { newRefreshToken, refreshTokenHash } from '../session/refresh-token.js';
import { signSession } from '../session/sign-session.js';
import { startSession } from '../session/start-session.js';
import { storeRefreshToken } from '../session/store-refresh-token.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { SECOND_FACTOR_REQUIRED_OF, SESSION_TIMES, SIGNER } from '../tokens.js';
import { type Credentials, findCredentials } from './find-credentials.js';
import { lockCredentials } from './lock-credentials.js';
import { requireCode, takeCode } from './require-code.js';

// Verified for unknown e-mails, so that the response time does not show who has an account.
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

const invalid = () =>
  new Problem(401, { detail: 'E-mail or password is not right.', errors: { credentials: ['invalid'] } });

/** @throws Problem if the password was changed after it was verified: that has ended all sessions, and knows none of this. */
async function requireSamePassword(client: ClientBase, credentials: Credentials): Promise<void> {
  if (!(await lockCredentials(client, credentials))) throw invalid();
}

/** What a sign-in begins with: the code that it takes, where the account has a second factor. */
interface Begun {
  credentials: Credentials;
  refreshable: boolean;
  fitting: Fitting | undefined;
}

@Controller('commands')
export class LogInController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(GuestLinks) private readonly links: GuestLinks,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(SECOND_FACTOR_REQUIRED_OF) private readonly requiredOf: SecondFactorRequiredOf,
  ) {}

  @Post('login')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'login', Login);
    const { email, password, code, refreshable, guestToken } = wanted;
    const credentials = await findCredentials(this.pool, emailHash(this.pseudonymKey, email));
    const fits = await verifyPassword(password, credentials?.passwordHash ?? nobody);
    if (!credentials || !fits) throw invalid();
    const { personId } = credentials;
    const fitting = await requireCode(this.pool, this.secondFactors, { personId, code });
    const guest = guestToken === undefined ? {} : await this.takeAlong(guestToken, personId);
    const { streams, ...signedIn } = await this.signIn({ credentials, refreshable, fitting });
    return { ...signedIn, streams: { ...streams, ...guest } };
  }

  /** Links the guest before the sign-in: if that is refused, nobody is signed in. */
  private async takeAlong(guestToken: string, accountId: string): Promise<Versions> {
    const guestId = await this.links.guestOf(guestToken, 'guestToken');
    const { state } = await readPersonNow(this.pool, accountId);
    requireGoodStanding(state.sanctions, new Date().toISOString(), 'You are');
    return { [`person-${guestId}`]: await this.links.linkAlone({ guestId, accountId }) };
  }

  private async signIn(begun: Begun) {
    const { personId } = begun.credentials;
    const [person, keys] = await Promise.all([readPersonNow(this.pool, personId), this.keyring.keysOf([personId])]);
    const profile = profileOf(person, keys.get(personId));
    if (!profile) throw invalid();
    const { id, startedAt, refreshToken } = await this.startSession(begun);
    await endSurplusSessions(this.pool, this.commands.events, personId, startedAt);
    const lifetimeSeconds = begun.refreshable ? this.times.accessSeconds : this.times.sessionSeconds;
    const { roles: all, ...shown } = profile;
    const roles = rolesInForce(all, person.state.hasSecondFactor, this.requiredOf);
    const issuedAt = startedAt.toISOString();
    const token = await signSession(this.signer, { id, personId, roles, issuedAt, lifetimeSeconds });
    return { personId, token, refreshToken, ...shown, streams: { [personStreamName(personId)]: person.version } };
  }

  private async startSession({ credentials, refreshable, fitting }: Begun) {
    const { personId } = credentials;
    const id = randomUUIDv7();
    const startedAt = new Date();
    const expiresAt = new Date(startedAt.getTime() + this.times.sessionSeconds * 1_000);
    const refreshToken = refreshable ? newRefreshToken() : undefined;
    const first = refreshToken === undefined ? undefined : refreshTokenHash(this.pseudonymKey, refreshToken);
    await this.commands.events.transact(async ({ client }) => {
      await requireSamePassword(client, credentials);
      await takeCode(client, personId, { fitting, at: startedAt.toISOString() });
      await pipelined([
        spend(client, { subjectId: personId, budget: 'sign-ins' }, startedAt.toISOString()),
        startSession(client, { id, personId, startedAt, expiresAt }),
        first === undefined ? undefined : storeRefreshToken(client, first, id),
      ]);
    });
    return { id, startedAt, refreshToken };
  }
}
