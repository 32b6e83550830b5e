import { whyNoAnswer } from '#tools/gateway/why-no-answer.js';
import { sentence } from '#tools/terminal/sentence.js';
import { slugOf } from '../../apps/articles/src/article/slug.js';
import type { ArchiveArticle } from './archive.js';

/** Upper bound of the articles with one name that are read. */
export const maxNamesakes = 100;
const patienceMs = 5_000;

/** The slug that an importer without support for passwords gave a post; with a number appended if it was taken. */
export const addressOf = ({ slug }: ArchiveArticle, attempt = 1) =>
  `/articles/${encodeURIComponent(attempt === 1 ? slugOf(slug) : `${slugOf(slug)}-${attempt}`)}`;

/**
 * Looks for a post among the articles with its name in the copy at `gateway`, by title and time.
 * @returns its slug there, or undefined.
 * @throws Error if the copy does not answer.
 */
export async function findPublished(gateway: string, article: ArchiveArticle): Promise<string | undefined> {
  for (let attempt = 1; attempt <= maxNamesakes; attempt += 1) {
    const address = addressOf(article, attempt);
    const found = await read(new URL(`/api${address}`, gateway));
    if (!found) return undefined;
    const isOfThen = article.publishedAt === null || found.createdAt === article.publishedAt;
    if (found.title === article.title && isOfThen) return address;
  }
  return undefined;
}

async function read(url: URL): Promise<{ title: string; createdAt: string } | undefined> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => {
    throw new Error(sentence`${url.origin} does not answer: ${whyNoAnswer(error)}`);
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(sentence`${url.origin} answers ${answer.status}`);
  return ((await answer.json()) as { article: { title: string; createdAt: string } }).article;
}
