import { deskMessagesWith } from './desk-messages-for.js';
import { revisionsEn } from './desk-revisions.en.js';

/** What the desk says in a language (BCP 47), with what it says of revisions alone. */
export const revisionMessagesFor = deskMessagesWith({ en: revisionsEn });
export type RevisionMessages = ReturnType<typeof revisionMessagesFor>;
