import { createHmac } from 'node:crypto';
import { longestEmail } from '#contracts/people/account.commands.js';
import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import type { Address } from '#contracts/people/network.js';
import { addressGroup } from '#http/address-group.js';
import type { TokenHolder } from '#identity/caller.js';
import { isCountedByPerson, type Kind } from './kind-of-request.js';
import type { LimitSettings } from './limit-settings.js';
import type { Tally } from './tally-store.js';
import type { Window } from './window.js';

const quarterOfAnHour = 900_000;
const minute = 60_000;

/**
 * The form in which users compares e-mails, so that no other way of writing one has counts of its own. No e-mail is accepted
 * of which this cuts something off.
 */
const comparable = (email: string) => caseFoldedName(email.slice(0, 2 * longestEmail));

/** The keys under which requests are counted. They contain addresses and e-mails as keyed hashes only. */
export class Subjects {
  constructor(
    private readonly settings: LimitSettings,
    private readonly key: Buffer,
  ) {}

  /** A tenth of the reads of an address. The key stays in the memory of the process, so it is not hashed. */
  sparedWindowOf(address: Address): Window {
    return { key: addressGroup(address), limit: Math.floor(this.settings.LIMIT_READS_PER_ADDRESS / 10) };
  }

  windowsOf(kind: Kind, address: Address, caller: TokenHolder | undefined): Window[] {
    const { settings } = this;
    const perAddress = {
      read: settings.LIMIT_READS_PER_ADDRESS,
      search: settings.LIMIT_SEARCHES_PER_ADDRESS,
      write: settings.LIMIT_WRITES_PER_ADDRESS,
      visit: settings.LIMIT_WRITES_PER_ADDRESS,
      preview: settings.LIMIT_WRITES_PER_ADDRESS,
      'sign-in': settings.LIMIT_SIGN_INS_PER_ADDRESS,
    };
    const windows = [{ key: this.keyOf(`${kind}s`, 'address', addressGroup(address)), limit: perAddress[kind] }];
    if (caller !== undefined && isCountedByPerson(kind)) {
      const writes = caller.kind === 'guest' ? settings.LIMIT_WRITES_PER_GUEST : settings.LIMIT_WRITES_PER_ACCOUNT;
      const { LIMIT_VISITS_PER_ACCOUNT: visit, LIMIT_PREVIEWS_PER_PERSON: preview } = settings;
      windows.push({
        key: this.keyOf(`${kind}s`, 'person', caller.personId),
        limit: { write: writes, visit, preview }[kind],
      });
    }
    return windows.filter(({ limit }) => limit > 0);
  }

  /**
   * The tallies of a sign-in: failures of this address at this account, of the address, and of the account. The
   * account's wait is a minute at most, so that strangers who guess passwords do not lock its owner out.
   */
  talliesOf(address: Address, email: string): { pair: Tally; address: Tally; account: Tally } | undefined {
    const { LIMIT_FAILED_SIGN_INS: free, LIMIT_SIGN_IN_DELAY_SECONDS: delay } = this.settings;
    if (free === 0) return undefined;
    const group = addressGroup(address);
    const account = comparable(email);
    const tally = (times: number, maxDelayMs: number, ...names: string[]): Tally => ({
      ...{ key: this.keyOf('failed-sign-in', ...names), free: free * times, firstDelayMs: delay * 1_000, maxDelayMs },
    });
    return {
      pair: tally(1, quarterOfAnHour, 'pair', group, account),
      address: tally(10, quarterOfAnHour, 'address', group),
      account: tally(20, minute, 'account', account),
    };
  }

  /**
   * The tallies of requests for a reset link, of which every one counts: of the e-mail, so that nobody's mailbox is filled,
   * and of the address.
   */
  resetTalliesOf(address: Address, email: string): Tally[] {
    const free = this.settings.LIMIT_PASSWORD_RESETS;
    const tally = (times: number, ...names: string[]): Tally => ({
      ...{ key: this.keyOf('password-reset', ...names), free: free * times },
      ...{ firstDelayMs: minute, maxDelayMs: quarterOfAnHour },
    });
    if (free === 0) return [];
    return [tally(1, 'account', comparable(email)), tally(10, 'address', addressGroup(address))];
  }

  private keyOf(...names: string[]): string {
    const hash = createHmac('sha256', this.key).update(JSON.stringify(names)).digest('base64url').slice(0, 27);
    return `limit:${names[0]}:${hash}`;
  }
}
