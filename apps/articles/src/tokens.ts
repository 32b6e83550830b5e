/** Nest's name for what the slices of this service are given. */
export const PSEUDONYM_KEY = Symbol('pseudonym key');
