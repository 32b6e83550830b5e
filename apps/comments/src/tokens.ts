/** Nest's names for what the slices of this service are given. */
export const KEYING_FINGERPRINTS = Symbol('keying fingerprints');
