import { deskMessagesWith } from './desk-messages-for.js';
import { rangesEn } from './desk-ranges.en.js';

/** What the desk says in a language (BCP 47), with what it says of ranges of addresses alone. */
export const rangeMessagesFor = deskMessagesWith({ en: rangesEn });
export type RangeMessages = ReturnType<typeof rangeMessagesFor>;
