import { articlePublished } from '#contracts/articles/article.examples.js';
import { commentPosted } from '#contracts/comments/comment.examples.js';
import type { BroadsideEvent, DataOf, EventType } from '#contracts/events.js';
import { guestIntroduced } from '#contracts/people/person.examples.js';
import type { TopicName } from '#contracts/topics.js';
import { readArticleList } from '#read-models/article-page/read-article-list.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import { currentComments } from '#read-models/comment-thread/current-comments.sql.js';
import { threadSql } from '#read-models/comment-thread/thread-comment.sql.js';
import type { Answer } from '#read-models/shown/answer.js';
import { readSiteIdentity } from '#read-models/site-identity/read-site-identity.js';
import { readArticleVersion, readListVersion, readSiteVersion } from '#read-models/shown/read-answer-version.js';
import { recorded } from '#testing/recorded.js';
import type { Pool, PoolClient } from 'pg';

/** The people of a test: the article's author comments as a guest, who is then linked to the account. */
export const [ada, grace, editor] = [
  guestIntroduced.personId,
  '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708193',
  '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708195',
];
const { articleId, slug } = articlePublished;
const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071';
const actor = { kind: 'person', id: editor } as const;

/** The answers to a reader who is not signed in, with their versions, read at one moment. */
export async function readAnswers(pool: Pool): Promise<Record<Answer, { version: string; answer: string }>> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const one = client as unknown as Pool;
    const versionOf = async (answer: Exclude<Answer, 'lists' | 'site'>) =>
      (await readArticleVersion(client, slug, answer))?.version ?? '';
    return {
      lists: {
        version: await readListVersion(client),
        answer: JSON.stringify(await readArticleList(one, { limit: 20 })),
      },
      articles: {
        version: await versionOf('articles'),
        answer: JSON.stringify((await readArticlePage(one, slug)) ?? null),
      },
      threads: { version: await versionOf('threads'), answer: await readThread(client, 'as-posted') },
      'threads-current': { version: await versionOf('threads-current'), answer: await readThread(client, 'current') },
      site: { version: await readSiteVersion(client), answer: JSON.stringify((await readSiteIdentity(one)) ?? null) },
    };
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}

async function readThread(client: PoolClient, names: 'as-posted' | 'current'): Promise<string> {
  const { columns, joins } = threadSql(names);
  const { rows } = await client.query(
    `SELECT ${columns} FROM article_page AS page JOIN ${currentComments} AS comment USING (article_id) ${joins}
     WHERE slug = $1 AND shown ORDER BY comment_id`,
    [slug],
  );
  return JSON.stringify(rows);
}

/** Events with the next versions of their streams. */
export class History {
  private readonly versions = new Map<string, number>();

  constructor(private readonly key: Buffer) {}

  say<Type extends EventType>(
    type: Type,
    stream: string,
    topic: TopicName,
    data: object,
    recordedAt = '2026-01-02T03:04:06.000Z',
  ): BroadsideEvent {
    const version = (this.versions.get(stream) ?? 0) + 1;
    this.versions.set(stream, version);
    const event = recorded({
      ...{ type, stream, version, topic, key: stream, under: this.key },
      data: () => ({ actor, ...data }) as unknown as DataOf<Type>,
    });
    return { ...event, recordedAt };
  }

  person = (personId: string, type: EventType, data: object = {}) =>
    this.say(type, `person-${personId}`, 'users.events.v1', { personId, ...data });

  article = (type: EventType, data: object = {}, recordedAt?: string) =>
    this.say(
      type,
      `article-${articleId}`,
      'articles.events.v1',
      { ...articlePublished, reason: 'editor', ...data },
      recordedAt,
    );

  favorite = (type: 'ArticleFavorited' | 'ArticleUnfavorited', personId: string) =>
    this.say(type, `favorite-${articleId}-${personId}`, 'articles.events.v1', { articleId, personId });

  section = (type: 'SectionOpened' | 'SectionChanged') =>
    this.say(type, `section-${sectionId}`, 'articles.events.v1', {
      ...{ sectionId, slug: 'harbour', name: 'Harbour', description: '', position: 1, isOpen: true },
    });

  visit = (personId: string, upTo: string) =>
    this.say('ThreadVisited', `visit-${articleId}-${personId}`, 'comments.events.v1', { articleId, personId, upTo });

  comment = (type: EventType, commentId: number, data: object = {}, recordedAt?: string) =>
    this.say(
      type,
      `comment-${commentId}`,
      'comments.events.v1',
      { ...posted, commentId, articleId, ...data },
      recordedAt,
    );
}

const posted = {
  ...commentPosted,
  author: { personId: ada, kind: 'guest', name: 'Ada', website: 'https://ada.example/' },
  body: 'So',
};
