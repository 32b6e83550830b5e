/** Nest's names for what the slices of this service are given. */
export const VERIFIER = Symbol('verifier');
export const PSEUDONYM_KEY = Symbol('pseudonym key');
