import { deskEn, type DeskMessages } from './desk.en.js';

const catalogues: Record<string, DeskMessages> = { en: deskEn };

/** What the desk says in a language (BCP 47); in English where there is no catalogue. */
export const deskMessagesFor = (language: string): DeskMessages => catalogues[language.split('-')[0] ?? ''] ?? deskEn;
