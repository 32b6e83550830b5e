import { deskMessagesWith } from './desk-messages-for.js';
import { sectionsEn } from './desk-sections.en.js';

/** What the desk says in a language (BCP 47), with what it says of sections alone. */
export const sectionMessagesFor = deskMessagesWith({ en: sectionsEn });
export type SectionMessages = ReturnType<typeof sectionMessagesFor>;
