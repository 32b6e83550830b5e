import { accountEn, type AccountMessages } from './account.en.js';

const catalogues: Record<string, AccountMessages> = { en: accountEn };

/** What the site says about accounts in a language (BCP 47); in English where there is no catalogue. */
export const accountMessagesFor = (language: string): AccountMessages =>
  catalogues[language.split('-')[0] ?? ''] ?? accountEn;
