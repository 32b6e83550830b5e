import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { thesaurusEn } from './desk-thesaurus.en.js';

const catalogues: Record<string, typeof thesaurusEn> = { en: thesaurusEn };

export type ThesaurusMessages = DeskMessages & typeof thesaurusEn;

/** What the desk says in a language (BCP 47), with what only its pages of thesaurus say. */
export const thesaurusMessagesFor = (language: string): ThesaurusMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? thesaurusEn),
});
