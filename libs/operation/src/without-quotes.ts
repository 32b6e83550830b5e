/** A quoted name of ours, by the word before it: a table's or a field's, no person's. */
const ourName =
  /\b(?:column|relation|table|constraint|index|type|function|schema|reading)\s+(?<name>["'`])[\w.]+\k<name>/;
/** From a quotation mark to the last of its kind: what is quoted may have some of its own. */
const quoted = /(?<mark>["'`])(?:.*\k<mark>|.*$)/;
const either = new RegExp(`${ourName.source}|${quoted.source}`, 'gs');

const longestReason = 500;

/**
 * A reason without what it quotes: an error of Postgres or of a parser may quote what somebody wrote. Names of tables and
 * fields stay. Cut after 500 characters.
 */
export const withoutQuotes = (reason: string): string =>
  reason
    .replaceAll(either, (all, ofOurName?: string) => (ofOurName === undefined ? '“…”' : all))
    .slice(0, longestReason);
