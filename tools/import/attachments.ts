import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { maxOfGalleries, type Attachment, type Wanted } from './galleries.js';

const table = `
CREATE TABLE attachment (source TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
                         parent TEXT NOT NULL, PRIMARY KEY (source, id));
CREATE INDEX attachment_by_parent ON attachment (source, parent)`;
const fields = 'id, url, title, parent';

/** The files that exports name, stored in the spool. */
export class Attachments {
  private readonly insert: StatementSync;
  private readonly byId: StatementSync;
  private readonly byParent: StatementSync;

  constructor(database: DatabaseSync) {
    database.exec(table);
    this.insert = database.prepare('INSERT OR IGNORE INTO attachment VALUES (?, ?, ?, ?, ?)');
    this.byId = database.prepare(`SELECT ${fields} FROM attachment WHERE source = ? AND id = ?`);
    this.byParent = database.prepare(
      `SELECT ${fields} FROM attachment WHERE source = ? AND parent = ? ORDER BY CAST(id AS INTEGER) LIMIT ?`,
    );
  }

  add(source: string, { id, url, title, parent }: Attachment): void {
    this.insert.run(source, id, url, title, parent);
  }

  find(source: string, wanted: Wanted): Attachment[] {
    if ('parent' in wanted)
      return this.byParent.all(source, wanted.parent, maxOfGalleries + 1) as unknown as Attachment[];
    return wanted.ids.flatMap((id) => (this.byId.get(source, id) as unknown as Attachment | undefined) ?? []);
  }
}
