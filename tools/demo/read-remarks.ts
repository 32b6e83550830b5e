export interface Remark {
  /** Who says it: a key of the commenters, or `ed`. */
  by: string;
  /** Markdown. */
  body: string;
  /** The number of the remark replied to, counted from 0. */
  to?: number;
}

/**
 * Reads an outline of remarks. A line `who: text` begins one, with a dot before it for each level below the top; a line that
 * begins with `|` goes on with the text of the one before. @throws Error naming a line that fits nowhere.
 */
export function readRemarks(outline: string): Remark[] {
  const remarks: Remark[] = [];
  /** The last remark of each level. */
  const above: number[] = [];
  for (const line of outline.trim().split('\n').filter(Boolean)) {
    const [, more] = /^\| ?(.*)$/.exec(line) ?? [];
    const [, dots = '', by = '', text = ''] = /^(\.*) ?(\w+): (.+)$/.exec(line) ?? [];
    const to = above[dots.length - 1];
    const last = remarks.at(-1);
    if (more !== undefined && last) last.body += `\n${more}`;
    else if (by === '' || (dots !== '' && to === undefined))
      throw new Error(`a line of the demo fits nowhere: ${line}`);
    else {
      above.splice(dots.length, above.length, remarks.length);
      remarks.push({ by, body: text, ...(to !== undefined && { to }) });
    }
  }
  return remarks;
}
