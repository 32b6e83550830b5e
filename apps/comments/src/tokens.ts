/** Nest's injection tokens of this service. */
export const KEYING_FINGERPRINTS = Symbol('keying fingerprints');
