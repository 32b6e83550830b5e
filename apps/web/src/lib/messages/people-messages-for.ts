import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { peopleEn } from './desk-people.en.js';

const catalogues: Record<string, typeof peopleEn> = { en: peopleEn };

export type PeopleMessages = DeskMessages & typeof peopleEn;

/** What the desk says in a language (BCP 47), with what it says of people alone. */
export const peopleMessagesFor = (language: string): PeopleMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? peopleEn),
});
