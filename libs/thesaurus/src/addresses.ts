import type { Stretch } from './stretch.js';

const scheme = /[a-z][a-z0-9+.-]{0,19}:\/\/|www\./iu;
/** A host or an e-mail address: endings of hosts are written small, the first word after a full stop is not. */
const host = /[\p{L}\p{N}]\.\p{Ll}{2}|[\p{L}\p{N}]@[\p{L}\p{N}]/u;
const piece = /[^\s()[\]{}<>"“”‘’«»,;]+/g;

/** What every address has. */
const sign = /[.:@]/g;

/**
 * The addresses that stand in a text and are no links: from a scheme or `www.` to the next white space; and what is a host,
 * a path behind it, or an e-mail address. In order; they do not overlap. Takes time linear in the text's length.
 */
export function addressesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let behind = 0;
  for (const { index } of text.matchAll(sign)) {
    if (index < behind) continue;
    let from = index;
    while (from > behind && !isSpace(text, from - 1)) from -= 1;
    behind = index;
    while (behind < text.length && !isSpace(text, behind)) behind += 1;
    found.push(...addressesInRun(text.slice(from, behind), from));
  }
  return found;
}

const isSpace = (text: string, at: number) => /\s/.test(text.charAt(at));

/** Of a run without white space. */
function addressesInRun(run: string, offset: number): Stretch[] {
  const begin = run.search(scheme);
  const hosts = [...run.slice(0, begin === -1 ? undefined : begin).matchAll(piece)]
    .filter(({ 0: part }) => host.test(part))
    .map(({ 0: part, index }) => ({ from: offset + index, to: offset + index + part.length }));
  return begin === -1 ? hosts : [...hosts, { from: offset + begin, to: offset + run.length }];
}
