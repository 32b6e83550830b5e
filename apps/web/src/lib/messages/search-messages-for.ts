import { searchEn, type SearchMessages } from './search.en.js';

const catalogues: Record<string, SearchMessages> = { en: searchEn };

/** What the page of the search says in a language (BCP 47); in English where there is no catalogue. */
export const searchMessagesFor = (language: string): SearchMessages =>
  catalogues[language.split('-')[0] ?? ''] ?? searchEn;
