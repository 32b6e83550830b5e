/** Nest's injection tokens of this service. */
export const SIGNER = Symbol('signer');
export const SECOND_FACTOR_REQUIRED_OF = Symbol('of whom a second factor is required');
export const SESSION_TIMES = Symbol('session times');
export const ERASE_AFTER_SECONDS = Symbol('seconds until an erasure');
export const ERASURE_REPLAY = Symbol('erasure replay');
export const DUE_ERASURES = Symbol('due erasures');
export const REVOCATION_PUBLISHER = Symbol('endings told');
export const PRUNING_SESSIONS = Symbol('pruning sessions');
export const SENDS_MAIL = Symbol('whether this installation sends mail');
export const SENDING_MAILS = Symbol('sending mails');
export const FORGETTING_ADDRESSES = Symbol('forgetting addresses');
