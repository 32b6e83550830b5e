import { expect } from '@jest/globals';

interface Page {
  ids: number[];
  bytes: number;
  next: string | undefined;
}

/** A page of a thread, as a client reads it. @param url of the gateway. */
export async function readPage(url: string, path = '/api/articles/one/comments'): Promise<Page> {
  const answer = await fetch(new URL(path, url), { signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  expect([answer.status, text.slice(0, 20)]).toEqual([200, expect.stringMatching(/^\{"comments":\[/)]);
  const ids = (JSON.parse(text) as { comments: { id: number }[] }).comments.map(({ id }) => id);
  const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
  return { ids, bytes: Buffer.byteLength(text), next };
}

/** All pages of a thread, by their links. @param meanwhile what happens before each next one. */
export async function walkPages(url: string, path?: string, meanwhile?: () => Promise<void>): Promise<Page[]> {
  const pages = [await readPage(url, path)];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    await meanwhile?.();
    pages.push(await readPage(url, next));
  }
  return pages;
}
