import { knownPersonColumns, toKnownPerson, type KnownPersonRow } from '#known-people/known-person.row.js';
import type { KnownPerson } from '#known-people/known-person.js';
import { asAddressParameter, sanctionsOfAddress } from '#known-people/sanctions-of-address.sql.js';
import type { Sanctions } from '#contracts/people/standing.js';
import type { Queryable } from '#postgres/shared-connection.js';

/** What a comment is decided on, as far as this service has heard. */
export interface Circumstances {
  /** The number the comment gets. */
  commentId: number;
  article: { commentsClosed: boolean } | undefined;
  person: KnownPerson | undefined;
  /** Of each range of addresses that it comes from, the narrowest first. */
  addresses: Sanctions[];
}

interface Row {
  number: string;
  commentsClosed: boolean | null;
  person: KnownPersonRow | null;
  addresses: Sanctions[];
}

// One statement: a look at each is far less than a query for each.
const sql = `
SELECT nextval('comment_numbers')::text AS number,
       (SELECT comments_closed FROM listening.known_article WHERE article_id = $1) AS "commentsClosed",
       (SELECT to_json(known) FROM (SELECT ${knownPersonColumns} FROM listening.known_person WHERE person_id = $2) AS known
       ) AS person,
       ${sanctionsOfAddress('$3')} AS addresses`;

/** @param from the address the command came with */
export async function lookUpCircumstances(
  connection: Queryable,
  { articleId, personId, from }: { articleId: string; personId: string; from: string | undefined },
): Promise<Circumstances> {
  const values = [articleId, personId, asAddressParameter(from)];
  const { rows } = await connection.query<Row>({ name: 'look-up-circumstances', text: sql, values });
  const [{ number, commentsClosed, person, addresses }] = rows as [Row];
  return {
    commentId: Number(number),
    article: commentsClosed === null ? undefined : { commentsClosed },
    person: person === null ? undefined : toKnownPerson(person),
    addresses,
  };
}
