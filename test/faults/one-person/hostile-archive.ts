import { writeFile } from 'node:fs/promises';
import { textsThatMultiply } from './texts-that-multiply.js';

const day = 86_400_000;
const at = (index: number) => new Date(Date.UTC(2015, 0, 1) + index * day).toISOString();

/** A thousand Chinese characters that cannot be compressed. */
const longName = (seed: number) =>
  Array.from({ length: 1_000 }, (_, index) =>
    String.fromCodePoint(0x4e00 + ((index * 7_919 + seed * 104_729) % 20_000)),
  ).join('');

/** An archive in JSON Lines: articles with the same title, the longest names and texts, a body that multiplies. */
export async function writeHostileArchive(file: string): Promise<void> {
  const articles = Array.from({ length: 600 }, (_, index) => ({
    ...{ slug: `same-${index}`, title: 'The same title', publishedAt: at(index) },
    ...{ body: index === 0 ? textsThatMultiply[0] : 'As before.', format: 'markdown' },
  }));
  const comments = Array.from({ length: 600 }, (_, index) => ({
    ...{ articleSlug: `same-${index % 20}`, id: index, postedAt: at(600 + index), format: 'markdown' },
    ...{ name: index % 3 === 0 ? longName(index) : `Reader ${index}`, body: bodyOf(index) },
  }));
  await writeFile(file, [...articles, ...comments].map((entry) => JSON.stringify(entry)).join('\n'));
}

const bodyOf = (index: number) =>
  index % 40 === 0 ? (textsThatMultiply[(index / 40) % textsThatMultiply.length] ?? '') : `Comment ${index}`;
