/** Nest's names for what the slices of this service are given. */
export const KEYRING = Symbol('keyring');
export const PROGRESS = Symbol('progress');
export const PROJECTOR = Symbol('projector');
export const VERIFIER = Symbol('verifier');
export const PSEUDONYM_KEY = Symbol('pseudonym key');
