import { deskMessagesWith } from './desk-messages-for.js';
import { siteEn } from './desk-site.en.js';

/** What the desk says in a language (BCP 47), with what it says of the site alone. */
export const siteMessagesFor = deskMessagesWith({ en: siteEn });
export type SiteMessages = ReturnType<typeof siteMessagesFor>;
