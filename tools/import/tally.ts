/** What an import did, counted as it goes. */
export class Tally {
  articles = { added: 0, known: 0, closed: 0, undated: 0 };
  comments = { added: 0, known: 0, replies: 0, reparented: 0, depth: 0, withWebsite: 0 };
  persons = { added: 0, known: 0 };
  readonly skipped = new Map<string, number>();

  skip(reason: string, count = 1): void {
    if (count === 0) return;
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + count);
  }

  /** The table shown at the end. */
  toString(): string {
    const { articles, comments, persons } = this;
    const rows: [string, number, string][] = [
      ['articles', articles.added + articles.known, `${articles.added} new, ${articles.known} were here`],
      ['  closed', articles.closed, ''],
      ['  without a date', articles.undated, 'given that of their earliest comment'],
      ['comments', comments.added + comments.known, `${comments.added} new, ${comments.known} were here`],
      ['  replies', comments.replies, ''],
      ['  reparented', comments.reparented, 'their parent did not come with them'],
      ['  depth', comments.depth, ''],
      ['  with a website', comments.withWebsite, ''],
      ['persons', persons.added + persons.known, `${persons.added} new, ${persons.known} were here`],
    ];
    for (const [reason, count] of this.skipped) rows.push(['skipped', count, reason]);
    return rows
      .map(([what, count, note]) => `${what.padEnd(18)}${String(count).padStart(9)}  ${note}`.trimEnd())
      .join('\n');
  }
}
