/** Nest's name for the setting: under which name a comment is shown. */
export const COMMENT_NAMES = Symbol('COMMENT_NAMES');
