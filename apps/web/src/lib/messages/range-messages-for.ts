import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { rangesEn } from './desk-ranges.en.js';

const catalogues: Record<string, typeof rangesEn> = { en: rangesEn };

export type RangeMessages = DeskMessages & typeof rangesEn;

/** What the desk says in a language (BCP 47), with what only its pages of ranges say. */
export const rangeMessagesFor = (language: string): RangeMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? rangesEn),
});
