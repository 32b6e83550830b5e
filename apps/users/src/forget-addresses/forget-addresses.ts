import { monthsOver } from '#keyring/month-keys.js';
import type { PostgresKeyring } from '#keyring/postgres-keyring.js';

/**
 * Destroys the keys of the months that ended longer ago than addresses are kept: where comments came from then is read by
 * nobody any more. A restored keyring forgets again at the next round. Any replica may.
 * @param keptDays behind the end of the month
 */
export async function forgetAddresses(keyring: PostgresKeyring, keptDays: number, now = new Date()): Promise<void> {
  await keyring.destroyMonths(monthsOver(await keyring.months(), now, keptDays));
}
