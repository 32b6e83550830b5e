import { shown } from '#tools/terminal/printable.js';

/** Upper bound of different reasons that are counted separately; an archive may have one for each comment. */
export const maxReasons = 200;

type Row = [what: string, count: number, note: string];

/** Counts what an import did. */
export class Tally {
  articles = { here: 0, added: 0, closed: 0, undated: 0 };
  comments = { here: 0, added: 0, replies: 0, timeless: 0, depth: 0, withWebsite: 0 };
  /** Replies that became top-level, by reason. */
  reparented = { lost: 0, circle: 0, itself: 0 };
  persons = { here: 0, added: 0 };
  authors = { here: 0, added: 0 };
  sections = { here: 0, added: 0 };
  drafts = { here: 0, added: 0, submitted: 0, scheduled: 0, private: 0 };
  /** What waits for the rest of a file that was cut off. */
  heldBack = { articles: 0, comments: 0 };
  /** Names, of a comment or an article, that are shown without misleading or invisible characters. */
  namesMended = 0;
  /** Characters that XML forbids. */
  passedOver = 0;
  private readonly skipped = new Map<string, { count: number; comments: number }>();

  /** @param why may quote the archive: it is counted by its printed form. */
  skip(why: string, comments = 0): void {
    const known = shown(why);
    const reason = this.skipped.has(known) || this.skipped.size < maxReasons ? known : 'for other reasons';
    const entry = this.skipped.get(reason) ?? { count: 0, comments: 0 };
    this.skipped.set(reason, { count: entry.count + 1, comments: entry.comments + comments });
  }

  /** The table printed at the end; `isDry` if nothing was sent, so that new items are unknown. */
  toString(isDry = false): string {
    return [...this.rowsOfWhatComesIn(isDry), ...this.rowsOfTheRest()]
      .map(([what, count, note]) => `${what.padEnd(18)}${String(count).padStart(9)}  ${note}`.trimEnd())
      .join('\n');
  }

  private rowsOfWhatComesIn(isDry: boolean): Row[] {
    const { articles, comments, persons, authors, sections, drafts } = this;
    const news = ({ here, added }: { here: number; added: number }) =>
      isDry ? '' : `${added} new, ${here - added} were here`;
    return [
      ['articles', articles.here, news(articles)],
      ['  closed', articles.closed, ''],
      ['  without a date', articles.undated, articles.undated === 0 ? '' : 'given that of their earliest comment'],
      ['comments', comments.here, news(comments)],
      ['  replies', comments.replies, ''],
      this.rowOfReparented(),
      ...ifAny('  without a time', comments.timeless, 'given that of their article'),
      ['  depth', comments.depth, ''],
      ['  with a website', comments.withWebsite, ''],
      ['persons', persons.here, news(persons)],
      ['authors', authors.here, news(authors)],
      ...ifAny('sections', sections.here, news(sections)),
      ...ifAny('drafts', drafts.here, news(drafts)),
      ...ifAny('  submitted', drafts.submitted, ''),
      ...ifAny('  scheduled', drafts.scheduled, ''),
      ...ifAny('  private', drafts.private, ''),
      ...ifAny('names mended', this.namesMended, 'what misleads or is not seen is left out of them'),
    ];
  }

  private rowOfReparented(): Row {
    const { lost, circle, itself } = this.reparented;
    const whole = lost + circle + itself;
    if (lost === whole) return ['  reparented', whole, lost === 0 ? '' : 'their parent did not come with them'];
    const notes = [
      ...(lost > 0 ? [`${lost} whose parent did not come with them`] : []),
      ...(circle > 0 ? [`${circle} cut out of a circle`] : []),
      ...(itself > 0 ? [`${itself} their own parent`] : []),
    ];
    return ['  reparented', whole, notes.join(', ')];
  }

  private rowsOfTheRest(): Row[] {
    const skipped = [...this.skipped].sort().map(([reason, { count, comments }]): Row => {
      const note = comments > 0 ? `${reason} (with ${comments} comment${comments === 1 ? '' : 's'})` : reason;
      return ['skipped', count, note];
    });
    return [
      ...ifAny('passed over', this.passedOver, 'characters that XML forbids'),
      ...skipped,
      ...ifAny('held back', this.heldBack.articles, 'articles without a date'),
      ...ifAny('held back', this.heldBack.comments, 'comments that may hang on the rest'),
    ];
  }
}

const ifAny = (...row: Row): Row[] => (row[1] > 0 ? [row] : []);
