import { articleListsEn } from './desk-articles.en.js';
import { deskMessagesWith } from './desk-messages-for.js';
import { newsroomEn } from './desk-newsroom.en.js';

/** What the desk says in a language (BCP 47), with what it says of writing and of lists of what is written. */
export const articleListMessagesFor = deskMessagesWith({ en: { ...newsroomEn.writing, ...articleListsEn } });
export type ArticleListMessages = ReturnType<typeof articleListMessagesFor>;
