import { en, type Messages } from './en.js';

const catalogues: Record<string, Messages> = { en };

/** What the site says in a language (BCP 47); in English where there is no catalogue. */
export const messagesFor = (language: string): Messages => catalogues[language.split('-')[0] ?? ''] ?? en;
