import { monthsOver } from '#keyring/month-keys.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';

/**
 * Destroys the keys of months that ended longer ago than addresses are kept: the addresses of their comments become
 * unreadable. After a restore of the keyring the next round does it again. Any replica may do it.
 * @param keptDays after the end of the month
 */
export async function forgetAddresses(keyring: PostgresKeyring, keptDays: number, now = new Date()): Promise<void> {
  await keyring.destroyMonths(monthsOver(await keyring.months(), now, keptDays));
}
