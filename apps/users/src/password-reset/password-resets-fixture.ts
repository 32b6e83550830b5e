import { randomUUID } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { problemOf } from '#http/problem-of.js';
import type { TokenSigner } from '#identity/token-signer.js';
import type { Pool } from 'pg';
import { ChangeAccountController } from '../change-account/change-account.controller.js';
import { IssuePasswordResetController } from '../issue-password-reset/issue-password-reset.controller.js';
import { LogInController } from '../log-in/log-in.controller.js';
import { pseudonymKey, requestOf, type UsersFixture } from '../person/users-fixture.js';
import { RegisterController } from '../register/register.controller.js';
import { RequestPasswordResetController } from '../request-password-reset/request-password-reset.controller.js';
import { ResetPasswordController } from '../reset-password/reset-password.controller.js';
import { resetTokenOf } from './reset-token.js';

const times = { sessionSeconds: 3_600, accessSeconds: 60, graceSeconds: 30 };
const signer = { sign: () => Promise.resolve('signed') } as unknown as TokenSigner;
export const firstPassword = 'correct horse';

/** For tests: what people do about a lost password, over two replicas. */
export class PasswordResetsFixture {
  constructor(private readonly people: UsersFixture) {}

  /** @returns the id of the new account, which has one session. */
  async register(email: string): Promise<string> {
    const { commands, pool, links } = this.people.replica(0);
    const controller = new RegisterController(commands, pool, signer, times, pseudonymKey, links);
    const body = { username: email.split('@')[0], email, password: firstPassword };
    return (await controller.handle(requestOf(undefined, body))).personId;
  }

  request(
    email: string,
    { turn = 0, sendsMail = true, through }: { turn?: number; sendsMail?: boolean; through?: Pool } = {},
  ) {
    const { commands, pool } = this.people.replica(turn);
    const controller = new RequestPasswordResetController(commands, through ?? pool, pseudonymKey, sendsMail);
    return controller.handle(requestOf(undefined, { email }));
  }

  issue(adminId: string, personId: string, key = randomUUID()) {
    const controller = new IssuePasswordResetController(this.people.replica(0).commands, pseudonymKey);
    return controller.handle(keyed(requestOf(adminId, { personId }), key));
  }

  /** @returns the errors of a refusal; the status of any other answer. */
  async choose(token: string, password: string, { turn = 0, key = randomUUID() } = {}): Promise<unknown> {
    const { commands, pool } = this.people.replica(turn);
    const controller = new ResetPasswordController(commands, pool, pseudonymKey);
    return controller.handle(keyed(requestOf(undefined, { token, password }), key)).then(() => 200, refusal);
  }

  change(personId: string, body: object) {
    const { commands, pool } = this.people.replica(0);
    return new ChangeAccountController(commands, pool, pseudonymKey).handle(requestOf(personId, body));
  }

  signIn(email: string, password: string, keyring = this.people.keyring): Promise<unknown> {
    const { pool, commands, links, secondFactors } = this.people.replica(1);
    const controller = new LogInController(
      ...([pool, commands, keyring, signer, times, pseudonymKey, links] as const),
      ...([secondFactors, 'nobody'] as const),
    );
    return controller.handle(requestOf(undefined, { email, password })).then(() => 200, refusal);
  }

  /** The token of the only link there is. */
  async tokenNow(): Promise<string> {
    const { rows } = await this.people.stored.database.pool.query<{ id: string }>('SELECT id FROM password_resets');
    if (rows.length !== 1 || !rows[0]) throw new Error(`there are ${rows.length} links`);
    return resetTokenOf(pseudonymKey, rows[0].id);
  }
}

const keyed = (request: CommandRequest, key: string): CommandRequest => ({
  ...request,
  headers: { ...request.headers, 'idempotency-key': key },
});

const refusal = (error: unknown) => {
  const { status, errors } = problemOf(error);
  if (status === 500) throw error;
  return errors?.['token'] ? errors : status;
};
