/** Nest's injection tokens for commands. */
export const EVENTS = Symbol('events, sealed when they are stored');
export const CALLERS = Symbol('callers');
export const PSEUDONYM_KEY = Symbol('pseudonym key');
