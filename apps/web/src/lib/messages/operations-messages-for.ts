import type { DeskMessages } from './desk.en.js';
import { deskMessagesFor } from './desk-messages-for.js';
import { operationsEn } from './desk-operations.en.js';

const catalogues: Record<string, typeof operationsEn> = { en: operationsEn };

export type OperationsMessages = DeskMessages & typeof operationsEn;

/** What the desk says in a language (BCP 47), with what only its page of operations says. */
export const operationsMessagesFor = (language: string): OperationsMessages => ({
  ...deskMessagesFor(language),
  ...(catalogues[language.split('-')[0] ?? ''] ?? operationsEn),
});
