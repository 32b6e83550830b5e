import type { Edit, Selected } from './edit.js';

/** Marks of lists and quotes before a line, its words, and the blanks behind. */
const parts = /^(\s*(?:(?:[-*+]|\d+[.)]|>)\s+)*)(.*?)(\s*)$/;

/**
 * Puts marks around the words of each selected line, since Markdown ends them at a paragraph's end; takes them away where they
 * all have them. Without a selection the cursor is between the marks.
 */
export function wrap(selected: Selected, before: string, after = before): Edit {
  const { text, start, end } = selected;
  if (isWithin(selected, before, after)) {
    const from = start - before.length;
    return { from, to: end + after.length, put: text.slice(start, end), start: from, end: end - before.length };
  }
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const [, lead = '', words = '', rest = ''] = parts.exec(line) ?? [];
      return { lead, words, rest };
    });
  const worded = lines.filter(({ words }) => words !== '');
  if (worded.length === 0) {
    const cursor = end + before.length;
    return { from: end, to: end, put: before + after, start: cursor, end: cursor };
  }
  const isOff = worded.every(({ words }) => isMarked(words, before, after));
  const put = lines
    .map(({ lead, words, rest }) => {
      if (words === '') return lead + rest;
      const has = isMarked(words, before, after);
      return lead + (isOff ? words.slice(before.length, -after.length) : has ? words : before + words + after) + rest;
    })
    .join('\n');
  const [only] = lines;
  if (isOff || lines.length > 1 || only === undefined) {
    return { from: start, to: end, put, start, end: start + put.length };
  }
  const inside = start + only.lead.length + before.length;
  return { from: start, to: end, put, start: inside, end: inside + only.words.length };
}

/** Whether the marks stand just outside of what is selected. */
function isWithin({ text, start, end }: Selected, before: string, after: string): boolean {
  const [left, right] = [text.slice(0, start), text.slice(end)];
  return left.endsWith(before) && right.startsWith(after) && (before !== '*' || isOdd(/\**$/.exec(left)));
}

function isMarked(words: string, before: string, after: string): boolean {
  if (words.length < before.length + after.length) return false;
  return words.startsWith(before) && words.endsWith(after) && (before !== '*' || isOdd(/^\**/.exec(words)));
}

/** Two stars are bold, and no italic among them. */
const isOdd = (stars: RegExpExecArray | null) => (stars?.[0].length ?? 0) % 2 === 1;
