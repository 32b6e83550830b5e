import type { ClosesAfter, OwnClosing } from '#contracts/articles/closing.js';
import { quietTime, type SaidOfQuiet } from '#contracts/site/quiet-time.js';
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
  quiet: PostComment['quiet'];
  person: KnownPerson | undefined;
  /** The version of the person's stream that this is known from. */
  personVersion: number | undefined;
  /** The normalised address it comes from; undefined if that is invalid. */
  from: string | undefined;
  /** The ranges that contain the address, the narrowest first. */
  addressRanges: PostComment['addressRanges'];
}

interface KnownArticle {
  commentsClosed: boolean;
  publishedAt: string | null;
  own: OwnClosing | null;
  section: ClosesAfter | null;
}

interface Row {
  number: string;
  article: KnownArticle | null;
  site: ({ closesAfter: ClosesAfter | null } & SaidOfQuiet) | null;
  person: KnownPersonRow | null;
  personVersion: number | null;
  addressRanges: PostComment['addressRanges'];
}

// One statement: six look-ups cost far less than six queries.
const sql = `
SELECT nextval('comment_numbers')::text AS number,
       (SELECT to_json(known) FROM (
          SELECT comments_closed AS "commentsClosed", published_at AS "publishedAt", closing AS own,
                 (SELECT closes_after FROM listening.known_section AS section
                  WHERE section.section_id = article.section_id) AS section
          FROM listening.known_article AS article WHERE article_id = $1) AS known
       ) AS article,
       (SELECT to_json(known) FROM (
          SELECT closes_after AS "closesAfter", quiet_from AS "quietFrom", quiet_until AS "quietUntil",
                 time_zone AS "timeZone"
          FROM listening.known_site) AS known
       ) AS site,
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
  const [{ number, article, site, person, personVersion, addressRanges }] = rows as [Row];
  return {
    commentId: Number(number),
    article: article === null ? undefined : placeOf(article, site?.closesAfter ?? null),
    quiet: site ? quietTime(site) : undefined,
    person: person === null ? undefined : toKnownPerson(person),
    personVersion: personVersion ?? undefined,
    from: address ?? undefined,
    addressRanges,
  };
}

const placeOf = ({ commentsClosed, ...closing }: KnownArticle, site: ClosesAfter | null) => ({
  ...{ commentsClosed, closing: { ...closing, site } },
});
