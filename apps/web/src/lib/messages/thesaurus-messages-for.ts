import { deskMessagesWith } from './desk-messages-for.js';
import { thesaurusEn } from './desk-thesaurus.en.js';

/** What the desk says in a language (BCP 47), with what it says of the thesaurus alone. */
export const thesaurusMessagesFor = deskMessagesWith({ en: thesaurusEn });
export type ThesaurusMessages = ReturnType<typeof thesaurusMessagesFor>;
