import type { ArchiveArticle } from '../archive.js';
import { plainTextOf } from '../wordpress/plain-text-of.js';

/** Words of WordPress's own excerpts. */
const excerptWords = 55;
/** Words of a title where there is none. */
const titleWords = 8;

const shortcodes = /\[\/?[\w-]+[^[\]]*\]/g;

function firstWords({ body, format }: ArchiveArticle, most: number, longest: number): string {
  const text = format === 'html' ? plainTextOf(body.replace(shortcodes, ' ').replaceAll('<', ' <')) : body;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const short = words.slice(0, most).join(' ').slice(0, longest).toWellFormed();
  return words.length > most ? `${short} …` : short;
}

/** An excerpt as WordPress makes one where its author gave none. */
export const excerptOf = (article: ArchiveArticle): string => firstWords(article, excerptWords, 1_900);

/** A title for who gave none; empty where there is nothing to call it by. */
export const titleOf = (article: ArchiveArticle): string => firstWords(article, titleWords, 200);
