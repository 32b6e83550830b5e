/** Nest's name for the setting: whether comments show names as posted or present names. */
export const COMMENT_NAMES = Symbol('COMMENT_NAMES');
