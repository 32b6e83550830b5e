import { defaultEditMinutes } from '#contracts/site/site.events.js';
import { addressRangesOf, asAddressParameter } from '#known-people/sanctions-of-address.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { KnownRange } from '../comment/decided-on.js';

/** What the decision on an edit needs besides the comment, from replicated data. */
export interface Editing {
  /** The version of the stream of who edits, if it is known. */
  version: number | undefined;
  /** The ranges that contain the address it comes from, the narrowest first. */
  addressRanges: KnownRange[];
  editMinutes: number;
}

const sql = `
SELECT (SELECT version FROM listening.stream_progress WHERE stream = 'person-' || $1::text) AS version,
       (SELECT edit_minutes FROM listening.known_site) AS "editMinutes",
       ${addressRangesOf('$2')} AS "addressRanges"`;

/** @param from the address as the command has it */
export async function lookUpEditing(
  connection: Queryable,
  { personId, from }: { personId: string; from: string | undefined },
): Promise<Editing> {
  const query = { name: 'look-up-editing', text: sql, values: [personId, asAddressParameter(from)] };
  type Row = { version: number | null; editMinutes: number | null; addressRanges: KnownRange[] };
  const [{ version, editMinutes, addressRanges }] = (await connection.query<Row>(query)).rows as [Row];
  return { version: version ?? undefined, editMinutes: editMinutes ?? defaultEditMinutes, addressRanges };
}
