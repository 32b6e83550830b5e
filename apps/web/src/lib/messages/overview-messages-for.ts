import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { overviewEn } from './desk-overview.en.js';

const catalogues: Record<string, typeof overviewEn> = { en: overviewEn };

export type OverviewMessages = DeskMessages & typeof overviewEn;

/** What the desk says in a language (BCP 47), with what it says on its front page alone. */
export const overviewMessagesFor = (language: string): OverviewMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? overviewEn),
});
