import type { DeskMessages } from '#lib/messages/desk.en.js';

/** What was done, for the page that is shown next. */
export interface Said {
  what: keyof DeskMessages['said'];
  /** Of the person, article or addresses that it was done to. */
  name?: string;
  /** The page of this site where it shows. */
  to?: string;
}
