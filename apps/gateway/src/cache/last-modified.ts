/**
 * When an answer changed last, by its version: `<build>.<sequence>-<sequence>…`, of which each is microseconds since 1970.
 * It is the end of that second, since dates of HTTP have whole ones. Undefined until then, for within a second an answer
 * may change twice; and where nothing has changed yet.
 */
export function lastModified(version: string, now = Date.now()): Date | undefined {
  const sequences = version.slice(version.indexOf('.') + 1).split('-');
  const at = Math.ceil(Math.max(...sequences.map(Number)) / 1_000_000) * 1_000;
  return at > 0 && at <= now ? new Date(at) : undefined;
}
