import { deskMessagesWith } from './desk-messages-for.js';
import { newsroomEn } from './desk-newsroom.en.js';

/** What the desk says in a language (BCP 47), with what it says of writing alone. */
export const newsroomMessagesFor = deskMessagesWith({ en: newsroomEn.writing });
export type NewsroomMessages = ReturnType<typeof newsroomMessagesFor>;
