import { knownPersonColumns, toKnownPerson, type KnownPersonRow } from '#known-people/known-person.row.js';
import type { KnownPerson } from '#known-people/known-person.js';
import { addressRangesOf, asAddressParameter } from '#known-people/sanctions-of-address.sql.js';
import type { Queryable } from '#postgres/shared-connection.js';
import type { PostComment } from '../comment/comment.decider.js';

/** What the decision on a comment needs, from replicated data. */
export interface Circumstances {
  /** The new comment's number. */
  commentId: number;
  article: PostComment['article'];
  person: KnownPerson | undefined;
  /** The version of the person's stream that this is known from. */
  personVersion: number | undefined;
  /** The normalised address it comes from; undefined if that is invalid. */
  from: string | undefined;
  /** The ranges that contain the address, the narrowest first. */
  addressRanges: PostComment['addressRanges'];
}

interface Row {
  number: string;
  commentsClosed: boolean | null;
  person: KnownPersonRow | null;
  personVersion: number | null;
  addressRanges: PostComment['addressRanges'];
}

// One statement: five look-ups cost far less than five queries.
const sql = `
SELECT nextval('comment_numbers')::text AS number,
       (SELECT comments_closed FROM listening.known_article WHERE article_id = $1) AS "commentsClosed",
       (SELECT to_json(known) FROM (SELECT ${knownPersonColumns} FROM listening.known_person WHERE person_id = $2) AS known
       ) AS person,
       (SELECT version FROM listening.stream_progress WHERE stream = 'person-' || $2::text) AS "personVersion",
       ${addressRangesOf('$3')} AS "addressRanges"`;

/** @param from the address as the command has it */
export async function lookUpCircumstances(
  connection: Queryable,
  { articleId, personId, from }: { articleId: string; personId: string; from: string | undefined },
): Promise<Circumstances> {
  const address = asAddressParameter(from);
  const values = [articleId, personId, address];
  const { rows } = await connection.query<Row>({ name: 'look-up-circumstances', text: sql, values });
  const [{ number, commentsClosed, person, personVersion, addressRanges }] = rows as [Row];
  return {
    commentId: Number(number),
    article: commentsClosed === null ? undefined : { commentsClosed },
    person: person === null ? undefined : toKnownPerson(person),
    personVersion: personVersion ?? undefined,
    from: address ?? undefined,
    addressRanges,
  };
}
