import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { sectionsEn } from './desk-sections.en.js';

const catalogues: Record<string, typeof sectionsEn> = { en: sectionsEn };

export type SectionMessages = DeskMessages & typeof sectionsEn;

/** What the desk says in a language (BCP 47), with what only its pages of sections say. */
export const sectionMessagesFor = (language: string): SectionMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? sectionsEn),
});
