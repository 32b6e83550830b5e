/** Nest's names for what the slices of this service are given. */
export const KEYRING = Symbol('keyring');
export const PSEUDONYM_KEY = Symbol('pseudonym key');
