const name = String.raw`("[^"]+"|[\w.]+)`;

/** Statements that break a replica of the version before, which keeps reading and writing while this one migrates. */
const reasons: [RegExp, string][] = [
  [/\bDROP\s+(TABLE|SCHEMA|SEQUENCE|VIEW|TYPE|FUNCTION|EXTENSION)\b/i, 'drops what it uses'],
  [/\bALTER\s+TABLE\b[^;]*\bDROP\s+(COLUMN|CONSTRAINT|EXPRESSION|IDENTITY)\b/i, 'drops what it uses'],
  [/\bALTER\s+COLUMN\s+\S+\s+DROP\s+DEFAULT\b/i, 'its INSERT does not name the column'],
  [/\bRENAME\b/i, 'takes the name it uses'],
  [/\bSET\s+SCHEMA\b/i, 'takes the name it uses'],
  [/\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b/i, 'changes a type, and rewrites the table under a lock'],
  [/\bALTER\s+TYPE\b/i, 'changes a type'],
  [/\bSET\s+NOT\s+NULL\b/i, 'it may write null'],
  [/\bADD\s+(CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\b/i, 'refuses what it writes'],
  [/\bTRUNCATE\b/i, 'empties what it reads'],
  [/\bCREATE\s+(OR\s+REPLACE\s+)?TRIGGER\b/i, 'may refuse or change what it writes'],
  [/\bREVOKE\b/i, 'takes a right it uses'],
];
const addedColumn = /\bADD\s+(COLUMN\s+)?(IF\s+NOT\s+EXISTS\s+)?[^,;]*/gi;
const uniqueIndex = new RegExp(String.raw`\bCREATE\s+UNIQUE\s+INDEX\b[^;]*?\bON\s+(ONLY\s+)?${name}`, 'i');
const createdTable = new RegExp(String.raw`\bCREATE\s+TABLE\s+(IF\s+NOT\s+EXISTS\s+)?${name}`, 'gi');
const remarks = /--.*$|\/\*[\s\S]*?\*\//gm;

/**
 * Why each of a migration's statements may break a replica of the version before; empty if none does.
 * @param statements in the order in which they run: a table that was just created has no other users.
 */
export function whyUnsafe(statements: readonly string[]): string[] {
  const made = new Set(statements.flatMap((each) => [...each.matchAll(createdTable)].map(([, , table]) => table)));
  return statements.flatMap((statement) => {
    const sql = statement.replace(remarks, ' ');
    const found = reasons.filter(([pattern]) => pattern.test(sql)).map(([, reason]) => reason);
    const columns = [...sql.matchAll(addedColumn)].map(([column]) => column);
    if (columns.some((column) => /\bNOT\s+NULL\b/i.test(column) && !/\bDEFAULT\b/i.test(column)))
      found.push('its INSERT does not name the column');
    const table = uniqueIndex.exec(sql)?.[2];
    if (table !== undefined && !made.has(table)) found.push('refuses what it writes');
    return [...new Set(found)].map((reason) => `${statement.trim().slice(0, 120)}: ${reason}`);
  });
}
