/** Words before a quoted name of ours: a table's or a field's, no person's. */
const names = new Set(['column', 'relation', 'table', 'constraint', 'index', 'type', 'function', 'schema', 'reading']);

const longestReason = 500;

/**
 * A reason without what it quotes: an error of Postgres or of a parser may quote what somebody wrote. Names of tables and
 * fields stay. Cut after 500 characters.
 */
export const withoutQuotes = (reason: string): string =>
  reason
    .replaceAll(
      /(\w+)?(\s*)(["'`])(.*?)(?:\3|$)/gs,
      (all, before: string | undefined, gap: string, _q, inside: string) =>
        names.has(before ?? '') && /^[\w.]+$/.test(inside) ? all : `${before ?? ''}${gap}“…”`,
    )
    .slice(0, longestReason);
