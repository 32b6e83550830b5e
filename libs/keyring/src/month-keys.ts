import type { Keys } from './event-codec.js';
import type { Keyring } from './keyring.js';

/** The calendar month (UTC) of a time, as `2026-11`; it owns a key as a person does. */
export const monthOf = (time: Date): string => time.toISOString().slice(0, 7);

export const isMonth = (owner: string): boolean => /^\d{4}-\d{2}$/.test(owner);

/** The months that ended more than so many days before a time. @param months in any order */
export function monthsOver(months: readonly string[], now: Date, keptDays: number): string[] {
  const limit = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1_000);
  return months.filter((month) => month < monthOf(limit));
}

/** The owners' keys and the month's, which is created if nobody has created it; undefined where it is destroyed. */
export async function withMonthKey(keyring: Keyring, owners: readonly string[], month: string): Promise<Keys> {
  const keys = await keyring.keysOf([...owners, month]);
  if (keys.get(month)) return keys;
  await keyring.createKeys([month]);
  return new Map([...keys, ...(await keyring.keysOf([month]))]);
}
