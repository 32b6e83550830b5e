/** 32 bytes that open what is sealed under one owner's key. */
export type PersonKey = Buffer;

/**
 * One key an owner: a person, a range of addresses, or a calendar month such as `2026-11`. Destroying it makes everything
 * sealed under it unreadable, in every log, topic and backup.
 */
export interface Keyring {
  /** Makes keys for those who have none and never had one. */
  createKeys(personIds: string[]): Promise<void>;
  /** The keys there are; undefined for a person whose key is destroyed or was never made. */
  keysOf(personIds: string[]): Promise<Map<string, PersonKey | undefined>>;
  /** For ever: a key for this person is never made again. */
  destroyKey(personId: string): Promise<void>;
}
