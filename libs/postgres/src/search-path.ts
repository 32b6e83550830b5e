/**
 * The setting of a connection whose unqualified tables are those of one schema; operators and functions may be those of an
 * extension.
 * @param schema a name that needs no quotes.
 */
export const searchPathOf = (schema: string): string => `-c search_path=${schema},extensions`;
