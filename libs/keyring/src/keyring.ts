/** 32 bytes that open what is sealed under one owner's key. */
export type PersonKey = Buffer;

/**
 * One key for each owner: a person, a range of addresses, or a calendar month such as `2026-11`. Once a key is destroyed,
 * everything sealed under it is unreadable, in every log, topic and backup.
 */
export interface Keyring {
  /** Creates keys for owners that never had one. */
  createKeys(personIds: string[]): Promise<void>;
  /** The keys of the owners; undefined where a key is destroyed or was never created. */
  keysOf(personIds: string[]): Promise<Map<string, PersonKey | undefined>>;
  /** Destroys the key for ever: it is never created again. */
  destroyKey(personId: string): Promise<void>;
}
