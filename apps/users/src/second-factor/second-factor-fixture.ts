import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { SecondFactorRequiredOf } from '#contracts/people/staff-roles.js';
import { Problem } from '#http/problem.js';
import { problemOf } from '#http/problem-of.js';
import type { TokenHolder } from '#identity/caller.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { BeginSecondFactorController } from '../begin-second-factor/begin-second-factor.controller.js';
import { ConfirmSecondFactorController } from '../confirm-second-factor/confirm-second-factor.controller.js';
import type { GuestLinks } from '../link-guest/guest-links.js';
import { LogInController } from '../log-in/log-in.controller.js';
import { hashPassword } from '../person/password-hash.js';
import { emailHash } from '../person/reservation-hashes.js';
import { reserve } from '../person/reserve.js';
import { storeCredentials } from '../person/store-credentials.js';
import { pseudonymKey, requestOf, type UsersFixture } from '../person/users-fixture.js';
import { RemoveSecondFactorController } from '../remove-second-factor/remove-second-factor.controller.js';
import { RenewRecoveryCodesController } from '../renew-recovery-codes/renew-recovery-codes.controller.js';
import { RecoveryCodeSheets } from './recovery-code-sheets.js';

export const password = 'correct horse';
const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: ({ roles }: TokenHolder) => Promise.resolve(roles.join()) } as unknown as TokenSigner;
const sheets = new RecoveryCodeSheets(pseudonymKey);

/**
 * The code that an app shows, by a clock that is so many steps of 30 s ahead. Before it is judged the next step may begin: so
 * 0 and 1 are surely taken, -1 and 2 are not surely anything.
 */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

/** For tests: an account, and what it does about its second factor, on the replica of a turn. */
export class AccountFixture {
  private constructor(
    private readonly people: UsersFixture,
    readonly personId: string,
    readonly email: string,
  ) {}

  static async open(people: UsersFixture, personId?: string): Promise<AccountFixture> {
    const account = new AccountFixture(
      people,
      personId ?? (await people.register('Ida')),
      `${randomUUID()}@example.org`,
    );
    const passwordHash = await hashPassword(password);
    await people.stored.store.transact(async ({ client }) => {
      await reserve(client, 'email', emailHash(pseudonymKey, account.email), account.personId);
      await storeCredentials(client, account.personId, passwordHash);
    });
    return account;
  }

  /** With a second factor, set up by the present code. */
  static async secured(people: UsersFixture, personId?: string) {
    const account = await AccountFixture.open(people, personId);
    const { secret } = await account.begin();
    const { recoveryCodes } = await account.confirm(codeOf(secret));
    return { account, secret, recoveryCodes };
  }

  begin(given = password) {
    const { pool, commands, secondFactors } = this.people.replica(0);
    const controller = new BeginSecondFactorController(commands, pool, secondFactors);
    return controller.handle(requestOf(this.personId, { password: given }));
  }

  confirm(code: string, request = requestOf(this.personId, { code })) {
    const { pool, commands, secondFactors } = this.people.replica(0);
    return new ConfirmSecondFactorController(commands, pool, secondFactors, sheets).handle(request);
  }

  renew(code: string) {
    const { pool, commands, secondFactors } = this.people.replica(0);
    const controller = new RenewRecoveryCodesController(commands, pool, secondFactors, sheets);
    return controller.handle(requestOf(this.personId, { code }));
  }

  remove(body: { password: string; code: string }) {
    const { pool, commands, secondFactors } = this.people.replica(0);
    return new RemoveSecondFactorController(commands, pool, secondFactors).handle(requestOf(this.personId, body));
  }

  /** The roles in the token, or the status and the errors. */
  async signIn(
    wanted: { code?: string; password?: string } = {},
    turn = 0,
    requiredOf: SecondFactorRequiredOf = 'nobody',
  ) {
    const { pool, commands, secondFactors } = this.people.replica(turn);
    const controller = new LogInController(
      ...([pool, commands, this.people.keyring, signer, times, pseudonymKey, {} as GuestLinks] as const),
      ...([secondFactors, requiredOf] as const),
    );
    const user = { email: this.email, password, ...wanted };
    return outcomeOf(controller.handle(requestOf(undefined, user)).then(({ token }) => token));
  }
}

/** What it came to, or the status and the errors of the refusal. */
export const outcomeOf = <Result>(work: Promise<Result>): Promise<Result | [number, unknown]> =>
  work.catch((error: unknown): [number, unknown] => {
    const { status, errors } = error instanceof Problem ? error : problemOf(error);
    if (status === 500) throw error;
    return [status, errors];
  });
