/** What an import did, counted as it goes. */
export class Tally {
  articles = { here: 0, added: 0, closed: 0, undated: 0 };
  comments = { here: 0, added: 0, replies: 0, reparented: 0, depth: 0, withWebsite: 0 };
  persons = { here: 0, added: 0 };
  authors = { here: 0, added: 0 };
  /** What waits for the rest of a file that was cut off. */
  heldBack = { articles: 0, comments: 0 };
  private readonly skipped = new Map<string, { count: number; comments: number }>();

  skip(reason: string, comments = 0): void {
    const entry = this.skipped.get(reason) ?? { count: 0, comments: 0 };
    this.skipped.set(reason, { count: entry.count + 1, comments: entry.comments + comments });
  }

  /** The table shown at the end; `isDry` where nothing was sent and nobody knows what is new. */
  toString(isDry = false): string {
    const { articles, comments, persons, authors } = this;
    const news = ({ here, added }: { here: number; added: number }) =>
      isDry ? '' : `${added} new, ${here - added} were here`;
    const rows: [string, number, string][] = [
      ['articles', articles.here, news(articles)],
      ['  closed', articles.closed, ''],
      ['  without a date', articles.undated, articles.undated === 0 ? '' : 'given that of their earliest comment'],
      ['comments', comments.here, news(comments)],
      ['  replies', comments.replies, ''],
      ['  reparented', comments.reparented, comments.reparented === 0 ? '' : 'their parent did not come with them'],
      ['  depth', comments.depth, ''],
      ['  with a website', comments.withWebsite, ''],
      ['persons', persons.here, news(persons)],
      ['authors', authors.here, news(authors)],
    ];
    for (const [reason, { count, comments: theirs }] of [...this.skipped].sort()) {
      rows.push([
        'skipped',
        count,
        theirs > 0 ? `${reason} (with ${theirs} comment${theirs === 1 ? '' : 's'})` : reason,
      ]);
    }
    if (this.heldBack.articles > 0) rows.push(['held back', this.heldBack.articles, 'articles without a date']);
    if (this.heldBack.comments > 0)
      rows.push(['held back', this.heldBack.comments, 'comments that may hang on the rest']);
    return rows
      .map(([what, count, note]) => `${what.padEnd(18)}${String(count).padStart(9)}  ${note}`.trimEnd())
      .join('\n');
  }
}
