import { deskMessagesWith } from './desk-messages-for.js';
import { operationsEn } from './desk-operations.en.js';

/** What the desk says in a language (BCP 47), with what it says of the services alone. */
export const operationsMessagesFor = deskMessagesWith({ en: operationsEn });
export type OperationsMessages = ReturnType<typeof operationsMessagesFor>;
