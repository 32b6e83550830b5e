import type { Moment } from './moments.js';

/** An article of the days before, which is imported with its time. */
export interface PastArticle {
  slug: string;
  when: Moment;
  title: string;
  description: string;
  /** Markdown. */
  body: string;
  /** The name of its section. */
  section: string;
  tagList: string[];
  source: { name: string; url: string };
  closed?: true;
  /** Posted by the editor, not by the admin. */
  byEditor?: true;
  /** Remarks as `readRemarks` takes them; the hours over which its conversations begin. */
  thread?: { remarks: string; hours: number };
}

export const sections = ['Harbour & Coast', 'Council', 'Weather & Worse', 'Property & Tides', 'Elsewhere'];
