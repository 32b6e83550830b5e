import { deskEn, type DeskMessages } from './desk.en.js';

const catalogues: Record<string, DeskMessages> = { en: deskEn };

/** What the desk says in a language (BCP 47); in English where there is no catalogue. */
export const deskMessagesFor = (language: string): DeskMessages => catalogues[languageOf(language)] ?? deskEn;

/** The same with the words of one part of the desk, which its pages alone load. @param words by language */
export const deskMessagesWith =
  <Words extends object>(words: Record<string, Words> & { en: Words }) =>
  (language: string): DeskMessages & Words => ({
    ...deskMessagesFor(language),
    ...(words[languageOf(language)] ?? words.en),
  });

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? '';
}
