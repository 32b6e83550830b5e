import type { Edit, Selected } from './edit.js';

const quoteMark = /^(?:> ?)+/;
const itemMark = /^(?:[-*+]|\d{1,3}[.)]) /;

/**
 * Joins lines that were wrapped hard, and makes one of each run of spaces or blank lines: what was pasted from a mail or a
 * printed page. Items of lists stay apart, and so do quotes and their answers. Without a selection, of the whole text.
 */
export function squish({ text, start, end }: Selected): Edit {
  const [from, to] = start === end ? [0, text.length] : [start, end];
  const put = squished(text.slice(from, to));
  const cursor = from + put.length;
  return { from, to, put, start: start === end ? cursor : from, end: cursor };
}

export function squished(text: string): string {
  const joined: string[] = [];
  let quote = '';
  for (const line of text.split('\n').map((each) => each.replace(/[^\S\n]+/g, ' ').trim())) {
    const mark = quoteMark.exec(line)?.[0] ?? '';
    const words = line.slice(mark.length).trim();
    const before = joined.at(-1);
    const depth = mark.replaceAll(' ', '');
    const goesOn = before !== undefined && hasWords(before) && words !== '' && !itemMark.test(words) && depth === quote;
    if (goesOn) joined[joined.length - 1] = `${before} ${words}`;
    else if (words !== '' || (before !== undefined && hasWords(before))) joined.push(line);
    quote = depth;
  }
  return joined.join('\n').trim();
}

const hasWords = (line: string) => line.replace(quoteMark, '').trim() !== '';
