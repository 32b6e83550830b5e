import type { Edit, Selected } from './edit.js';

/** Puts a mark of a list or quote before the selected lines, or takes it away where all have it. */
export function prefix({ text, start, end }: Selected, mark: '- ' | '> '): Edit {
  const from = text.slice(0, start).lastIndexOf('\n') + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = last + (text.slice(last).split('\n', 1)[0] ?? '').length;
  const lines = text.slice(from, to).split('\n');
  const bare = mark.trim();
  const has = (line: string) => line.startsWith(mark) || line === bare;
  const isOff = lines.some(has) && lines.every((line) => line.trim() === '' || has(line));
  const on = (line: string) => {
    if (line.trim() !== '' || lines.length === 1) return mark + line;
    // A quote goes on over a blank line, a list has no blank items.
    return mark === '> ' ? bare : line;
  };
  const off = (line: string) => (line.startsWith(mark) ? line.slice(mark.length) : line === bare ? '' : line);
  const put = lines.map(isOff ? off : on).join('\n');
  // What follows at once would belong to it.
  const [next = ''] = text.slice(to + 1).split('\n', 1);
  const ends = !isOff && next.trim() !== '' && !has(next) ? '\n' : '';
  if (start !== end) return { from, to, put: put + ends, start: from, end: from + put.length };
  const cursor = Math.max(from, start + put.length - (to - from));
  return { from, to, put: put + ends, start: cursor, end: cursor };
}
