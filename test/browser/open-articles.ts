import { eventually } from '#testing/eventually.js';
import { publish, signInAsAdmin } from '../e2e/api-client.js';

/** Milliseconds that the site takes a person to need at least for a form; what comes sooner is asked for once more. */
const leastMs = 2_000;

/**
 * Publishes new articles, and waits until their forms may be sent from this machine. @returns their paths, by title
 */
export async function openArticles<Title extends string>(site: string, titles: readonly Title[]) {
  const admin = await signInAsAdmin();
  const slugs = await Promise.all(titles.map((title, index) => publish(admin, title, { gateway: index })));
  const paths = slugs.map((slug) => `/articles/${slug}`);
  const read = await Promise.all(paths.map((path) => fetch(site + path)));
  const failed = read.filter(({ ok }) => !ok);
  if (failed.length > 0) throw new Error(`${failed.length} of the new articles are not shown`);
  const readAt = performance.now();
  await eventually(() => performance.now() - readAt > leastMs, { what: 'a person’s least time' });
  return Object.fromEntries(titles.map((title, index) => [title, paths[index] ?? ''])) as Record<Title, string>;
}
