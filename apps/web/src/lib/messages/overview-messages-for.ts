import { deskMessagesWith } from './desk-messages-for.js';
import { overviewEn } from './desk-overview.en.js';

/** What the desk says in a language (BCP 47), with what it says on its front page alone. */
export const overviewMessagesFor = deskMessagesWith({ en: overviewEn });
export type OverviewMessages = ReturnType<typeof overviewMessagesFor>;
