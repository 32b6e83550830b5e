/**
 * The rows of a newsroom as they are after years, skewed as real ones are: a few sections, tags, authors and threads have
 * most of it. The nth thing always is the same, so a larger newsroom has all that a smaller one has.
 */

/** A number from 0 to 1 that looks like chance, of an expression and a purpose. */
const chance = (of: string, purpose: number) => `((hashint8extended(${of}, ${purpose}) & 1048575) / 1048576.0)`;
/** A place from 0 to `many`; those in front are picked far more often. */
const skewed = (many: number, of: string, purpose: number, by = 3) =>
  `floor(${many} * power(${chance(of, purpose)}, ${by}))::int`;
const idOf = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

const [words, sections, tags, authors, guests] = [20_000, 12, 2_000, 300, 100_000];

const syllables = `('{ba,ke,lo,mi,nu,ra,se,to,vi,wu,da,fe,go,hi,ju,la,me,no,pi,ru}'::text[])`;
const syllable = (of: string) => `${syllables}[1 + (${of}) % 20]`;
/** The word with a number: the first stand in most texts, the last in hardly any. */
const word = (number: string) =>
  `${syllable(number)} || ${syllable(`${number} / 20`)} || ${syllable(`${number} / 400`)} ||
   CASE WHEN ${number} >= 8000 THEN ${syllable(`${number} / 8000`)} ELSE '' END`;

/** A text of `length` words, of an expression that is another for each text. */
const text = (of: string, length: string) => `(SELECT string_agg(${word('number')}, ' ') FROM
    (SELECT ${skewed(words, `(${of}) * 1009 + place`, 1)} AS number FROM generate_series(1, ${length}) AS place) AS picked)`;

export const once = [
  `CREATE UNLOGGED TABLE bench_article (number int PRIMARY KEY, comments int NOT NULL, first_comment bigint NOT NULL,
     published_at timestamptz NOT NULL)`,
  `INSERT INTO section (section_id, slug, name, description, position, is_open, former_slugs)
   SELECT ${idOf('section', 'number')}, 'section-' || number, 'Section ' || number, '', number, true, '[]'
   FROM generate_series(0, ${sections - 1}) AS number`,
  `INSERT INTO commenter (person_id, kind, name, folded_name, roles)
   SELECT ${idOf('author', 'number')}, 'account', 'Author ' || number, 'author ' || number, '["reader"]'
   FROM generate_series(0, ${authors - 1}) AS number`,
  `INSERT INTO commenter (person_id, kind, name, roles)
   SELECT ${idOf('guest', 'number')}, 'guest', 'Guest ' || number, '["reader"]' FROM generate_series(0, ${guests - 1}) AS number`,
];

/** Years that the newsroom has been at work, up to the day before yesterday: what is said under its newest article is not yet to come. */
const years = 15;
const end = `date_trunc('day', now()) - interval '1 day'`;

/**
 * Articles from number $1 up to $2, exclusive, the newest first, with $3 comments to each in the middle; of those few have
 * thousands, most have none or two.
 */
export const plan = `
INSERT INTO bench_article (number, comments, first_comment, published_at)
SELECT number, comments,
  (SELECT coalesce(max(first_comment + comments), 1) FROM bench_article) + sum(comments) OVER (ORDER BY number) - comments,
  ${end} - make_interval(secs => number * (${years * 31_557_600} / 100000.0) + ${chance('number', 2)} * 900)
FROM (SELECT number, floor($3 / 4.0 / power(${chance('number', 3)} + 0.0001, 0.75))::int AS comments
      FROM generate_series($1::int, $2::int - 1) AS number) AS sized`;

const range = 'number >= $1 AND number < $2';
const articleId = idOf('article', 'number');

export const articles = `
INSERT INTO article_page (article_id, slug, title, description, body, body_html, format, tag_list, author_id, source,
  comments_closed, published_at, updated_at, section_id, in_tags)
SELECT ${articleId}, 'article-' || number, title, description, body, '<p>' || body || '</p>', 'text',
  coalesce((SELECT jsonb_agg(DISTINCT 'tag ' || ${skewed(tags, 'number * 8 + nth', 4)})
            FROM generate_series(1, ${skewed(6, 'number', 5, 1)}) AS nth), '[]'),
  ${idOf('author', skewed(authors, 'number', 6))},
  jsonb_build_object('name', 'Gazette ' || ${skewed(200, 'number', 7)}, 'url', 'https://gazette.example/' || number),
  number > 1000, published_at, published_at, ${idOf('section', skewed(sections, 'number', 8, 2))}, true
FROM bench_article CROSS JOIN LATERAL (SELECT ${text('number * 3', '7')} AS title,
  ${text('number * 3 + 1', '25')} AS description,
  ${text('number * 3 + 2', `60 + ${skewed(240, 'number', 9)}`)} AS body) AS written
WHERE ${range}`;

export const articleTags = `
INSERT INTO article_tag (article_id, tag, published_at)
SELECT article_id, tag, published_at FROM article_page, jsonb_array_elements_text(tag_list) AS tag
WHERE article_id IN (SELECT ${articleId} FROM bench_article WHERE ${range})`;

const nth = 'first_comment + place';
const comments = `
SELECT ${nth} AS comment_id, ${articleId} AS article_id,
  CASE WHEN ${chance(nth, 10)} < 0.66 AND place > 0 THEN first_comment + floor(place * sqrt(${chance(nth, 11)}))::int END AS parent_id,
  ${idOf('guest', skewed(guests, nth, 12))} AS person_id,
  published_at + make_interval(secs => 60 + place * 40 + 86400 * power(${chance(nth, 13)}, 6)) AS posted_at
FROM bench_article CROSS JOIN LATERAL generate_series(0, comments - 1) AS place WHERE ${range}`;

export const commentStates = `
INSERT INTO comment_state (comment_id, article_id, parent_id, person_id, kind, posted_at, imported, version, bytes, shown, shown_since)
SELECT comment_id, article_id, parent_id, person_id, 'guest', posted_at, false, 1, 500, true, posted_at FROM (${comments}) AS said`;

export const commentTexts = `
INSERT INTO comment_text (comment_id, version, name, body, body_html, format)
SELECT comment_id, 1, 'Guest', body, '<p>' || body || '</p>', 'text'
FROM (SELECT first_comment + place AS comment_id FROM bench_article
      CROSS JOIN LATERAL generate_series(0, comments - 1) AS place WHERE ${range}) AS said
CROSS JOIN LATERAL (SELECT ${text('comment_id * 5 + 4', `8 + ${skewed(80, 'comment_id', 14, 2)}`)} AS body) AS written`;

export const commentCounts = `
INSERT INTO comment_count (article_id, count, last_posted_at)
SELECT ${articleId}, comments, published_at + interval '1 day' FROM bench_article WHERE ${range} AND comments > 0`;

export const perPerson = `
INSERT INTO comments_by_person (person_id, partition, count)
SELECT person_id, 0, count(*) FROM comment_state GROUP BY person_id
ON CONFLICT (person_id, partition) DO UPDATE SET count = excluded.count`;
