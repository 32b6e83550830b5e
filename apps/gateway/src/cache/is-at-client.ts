import type { IncomingHttpHeaders } from 'node:http';
import { matches } from './entity-tag.js';

/**
 * Whether a client has the answer already (RFC 9110, 13.2.2): by its ETag, or by the date if it names no ETag.
 * @param changed when the answer changed last; undefined: dates do not count.
 */
export function isAtClient(headers: IncomingHttpHeaders, tag: string, changed?: Date): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags !== undefined) return matches(tags, tag);
  return changed !== undefined && since !== undefined && Date.parse(since) >= changed.getTime();
}
