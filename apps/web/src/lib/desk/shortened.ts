/** Characters of what is the same that are shown beside a change. */
const shownBeside = 200;

/** What is the same between two changes, without its middle; before the first and behind the last change one side is enough. */
export function shortened(text: string, at: number, parts: number): string {
  const [head, tail] = [at === 0 ? '' : text.slice(0, shownBeside), at === parts - 1 ? '' : text.slice(-shownBeside)];
  return text.length <= head.length + tail.length ? text : `${wholeAtEnd(head)} … ${wholeAtStart(tail)}`.trim();
}

/** Without half a character. */
const wholeAtEnd = (text: string) => text.replace(/[\ud800-\udbff]$/, '');
const wholeAtStart = (text: string) => text.replace(/^[\udc00-\udfff]/, '');
