import { commenters, editor } from './content/commenters.js';
import type { PastArticle } from './content/past-article.js';
import { readRemarks } from './read-remarks.js';
import { timesOfRemarks } from './times-of-remarks.js';

export interface PastRemark {
  by: string;
  name: string;
  website?: string;
  body: string;
  format: 'markdown';
  /** Milliseconds since 1970. */
  postedAt: number;
  /** Counted from 0 in its thread. */
  number: number;
  /** The number of the remark replied to. */
  to?: number;
}

/** The thread of an article, if the articles are filed at that time, in milliseconds since 1970. */
export function remarksOf({ when, thread }: PastArticle, filedAt: number): PastRemark[] {
  if (!thread) return [];
  const remarks = readRemarks(thread.remarks);
  const times = timesOfRemarks(remarks, when(filedAt), thread.hours);
  return remarks.map((remark, number) => {
    const { name, website = undefined } = remark.by === 'ed' ? { name: editor.username } : nameOf(remark.by);
    const said = { format: 'markdown' as const, postedAt: times[number] ?? 0, number };
    return { ...remark, ...said, name, ...(website !== undefined && { website }) };
  });
}

function nameOf(by: string) {
  const commenter = commenters[by];
  if (!commenter) throw new Error(`nobody of the demo is called ${by}`);
  return commenter;
}
