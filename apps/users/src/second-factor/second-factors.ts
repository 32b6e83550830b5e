import { Inject, Injectable } from '@nestjs/common';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Keyring } from '#keyring/keyring.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { EVENTS } from '#commands/nest/tokens.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import { personErased } from '#decider/rejection.js';
import { openSecret, sealSecret } from '#keyring/sealed-secret.js';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { requireAccount } from '../person/names.rules.js';
import { profileOf } from '../person/profile.js';
import { readPerson, readPersonNow } from '../person/read-person.js';
import { confirmPending } from './confirm-pending.js';
import { findSecondFactor } from './find-second-factor.js';
import { hasRecoveryCode } from './has-recovery-code.js';
import { plainCode, recoveryCodeHash } from './recovery-codes.js';
import { alreadyOn } from './second-factor.decider.js';
import { storePending } from './store-pending.js';
import { takeRecoveryCode } from './take-recovery-code.js';
import { takeStep } from './take-step.js';
import { isTotp, newSecret, stepOf, uriOf } from './totp.js';

/** A code that fits, as it was judged before the transaction that takes it: there it may turn out to be taken. */
export type Fitting = { step: number; sealed: string } | { recoveryHash: string };

/** The second factors of accounts. Their secrets are opened only here. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENTS) private readonly events: SealingEventStore<PoolClient>,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  async isOn(personId: string): Promise<boolean> {
    return (await findSecondFactor(this.pool, personId))?.isConfirmed ?? false;
  }

  /** A new secret, which waits for its first code. @throws Rejection if one is in use */
  async begin(personId: string): Promise<{ secret: string; uri: string }> {
    const [person, keys] = await Promise.all([readPersonNow(this.pool, personId), this.keyring.keysOf([personId])]);
    const key = keys.get(personId);
    const profile = profileOf(person, key);
    if (!key || !profile) throw personErased();
    const secret = newSecret();
    const sealed = sealSecret(key, personId, secret);
    await this.events.transact(async ({ client }) => {
      // Locks the person: nothing is stored of somebody who was just erased.
      requireAccount((await readPerson(client, personId)).state);
      if (!(await storePending(client, personId, sealed))) throw alreadyOn();
    });
    return { secret, uri: uriOf(secret, profile.username) };
  }

  /** Whether a secret waits for its first code, and whether this is one. */
  async judgeFirst(personId: string, code: string, now: Date): Promise<{ isPending: boolean; fitting?: Fitting }> {
    const found = await findSecondFactor(this.pool, personId);
    if (!found || found.isConfirmed) return { isPending: false };
    const step = await this.stepOf(personId, found.sealed, code, now);
    return { isPending: true, ...(step !== undefined && { fitting: { step, sealed: found.sealed } }) };
  }

  /** Undefined for a code that is not the account's. Whether it was used before shows when it is taken. */
  async judge(personId: string, code: string, now: Date): Promise<Fitting | undefined> {
    const found = await findSecondFactor(this.pool, personId);
    if (!found?.isConfirmed) return undefined;
    const step = await this.stepOf(personId, found.sealed, code, now);
    if (step !== undefined) return { step, sealed: found.sealed };
    const recoveryHash = recoveryCodeHash(this.pseudonymKey, personId, code);
    return (await hasRecoveryCode(this.pool, personId, recoveryHash)) ? { recoveryHash } : undefined;
  }

  private async stepOf(personId: string, sealed: string, code: string, now: Date): Promise<number | undefined> {
    const typed = plainCode(code);
    if (!isTotp(typed)) return undefined;
    const key = (await this.keyring.keysOf([personId])).get(personId);
    return key && stepOf(openSecret(key, personId, sealed), typed, now);
  }
}

/** Takes a first code in the transaction it is for. @returns false if it does not fit by now */
export async function takeFirst(client: ClientBase, personId: string, fitting: Fitting | undefined): Promise<boolean> {
  return fitting !== undefined && 'step' in fitting && confirmPending(client, personId, fitting);
}

/** Takes a code in the transaction it is for: each is taken once, whatever replicas judged it. @returns false if not */
export async function take(client: ClientBase, personId: string, fitting: Fitting | undefined): Promise<boolean> {
  if (fitting === undefined) return false;
  if ('step' in fitting) return takeStep(client, personId, fitting);
  return takeRecoveryCode(client, personId, fitting.recoveryHash);
}
