import { caseFoldedName } from '#contracts/people/case-folded-name.js';
import { sourceKey } from './source-key.sql.js';

/** Which articles a list has: those for which all is so that is given. */
export interface WantedArticles {
  tag?: string | undefined;
  /** The slug of a section. */
  section?: string | undefined;
  /** The name of an account. */
  author?: string | undefined;
  /** An author's id. */
  authorId?: string | undefined;
  /** What their source is told apart by, see {@link sourceKey}. */
  source?: string | undefined;
  /** Published at that time or later; ISO 8601. */
  from?: string | undefined;
  /** Published before that time. */
  to?: string | undefined;
  /** The name of an account that has them among its favourites. */
  favorited?: string | undefined;
  /** An account that follows their authors. */
  followedBy?: string | undefined;
  /** Somebody who mutes some of them; not those that are asked for by what is muted: their tag, author or source. */
  notMutedBy?: string | undefined;
}

// While a name passes from one account to another both may have it for an instant.
const accountNamed = (name: string) => `(SELECT person_id FROM commenter
    WHERE folded_name = ${name} AND kind = 'account' ORDER BY person_id DESC LIMIT 1)`;

const conditions: Record<Exclude<keyof WantedArticles, 'notMutedBy'>, (place: string, hasTag: boolean) => string> = {
  tag: (place) => `tag = ${place}`,
  section: (place, hasTag) => ofPage(`section_id = (SELECT section_id FROM section WHERE slug = ${place})`, hasTag),
  author: (place, hasTag) => authorIs(`= ${accountNamed(place)}`, hasTag),
  // Nobody learns what was theirs who is erased.
  authorId: (place, hasTag) =>
    authorIs(`= (SELECT person_id FROM commenter WHERE person_id = ${place} AND kind <> 'erased')`, hasTag),
  source: (place, hasTag) => ofPage(`${sourceKey('source')} = lower(${place})`, hasTag),
  from: (place) => `published_at >= ${place}`,
  to: (place) => `published_at < ${place}`,
  favorited: (place) =>
    `article_id = ANY(ARRAY(SELECT article_id FROM favorite WHERE person_id = ${accountNamed(place)}))`,
  followedBy: (place, hasTag) =>
    authorIs(`= ANY(ARRAY(SELECT followed_id FROM following WHERE follower_id = ${place} AND follows))`, hasTag),
};

/** What of an article is muted, by the condition that asks for just that. */
const muted: readonly (readonly [string, readonly (keyof WantedArticles)[]])[] = [
  ['listed.author_id = ANY (muted.people)', ['author', 'authorId']],
  [`${sourceKey('listed.source')} = ANY (muted.sources)`, ['source']],
  ['listed.tag_list ?| muted.tags', ['tag']],
];

function isNotMuted(place: string, given: readonly (keyof WantedArticles)[]): string {
  const isMuted = muted.filter(([, by]) => !by.some((key) => given.includes(key))).map(([condition]) => condition);
  return `NOT EXISTS (SELECT FROM muted JOIN article_page AS listed ON listed.article_id = place.article_id
    WHERE muted.person_id = ${place} AND (${isMuted.join(' OR ') || 'false'}))`;
}

/** The table of tags has neither authors nor sections. */
const ofPage = (what: string, hasTag: boolean) =>
  hasTag ? `EXISTS (SELECT FROM article_page AS page WHERE page.article_id = place.article_id AND ${what})` : what;

const authorIs = (what: string, hasTag: boolean) => ofPage(`author_id ${what}`, hasTag);

/**
 * The articles of a list: `FROM ${from} WHERE ${where}`, each with `article_id` and `published_at`, in an index that has
 * them in the order of the list.
 * @param first the number of the first of its parameters
 */
export function wantedArticles(
  wanted: WantedArticles,
  first: number,
): { name: string; from: string; where: string; values: string[] } {
  const given = ([...Object.keys(conditions), 'notMutedBy'] as (keyof WantedArticles)[]).filter(
    (key) => wanted[key] !== undefined,
  );
  const hasTag = given.includes('tag');
  const where = given.map((key, at) =>
    key === 'notMutedBy' ? isNotMuted(`$${first + at}`, given) : conditions[key](`$${first + at}`, hasTag),
  );
  const isName = (key: keyof WantedArticles) => key === 'author' || key === 'favorited';
  return {
    name: ['', ...given].join('-'),
    from: `${hasTag ? 'article_tag' : 'article_page'} AS place`,
    where: ['true', ...where].join(' AND '),
    values: given.map((key) => (isName(key) ? caseFoldedName(wanted[key] ?? '') : (wanted[key] ?? ''))),
  };
}
