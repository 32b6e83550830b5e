import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { notFound, Problem } from '#http/problem.js';
import type { Queryable } from '#postgres/shared-connection.js';
import { readFeedArticles } from '#read-models/article-page/read-feed-articles.js';
import { readArticlePage } from '#read-models/article-page/read-article-page.js';
import type { WantedArticles } from '#read-models/article-page/wanted-articles.sql.js';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { readFeedComments } from '#read-models/comment-thread/read-feed-comments.js';
import { readPublicCommenter } from '#read-models/commenter/read-public-commenter.js';
import { readSections } from '#read-models/section/read-sections.js';
import { readArticleVersion, readListVersion, readSiteVersion } from '#read-models/shown/read-answer-version.js';
import { readSiteIdentity } from '#read-models/site-identity/read-site-identity.js';
import { whyMissing } from '../read-database/why-missing.js';
import { presentSite } from '../site-identity/present-site.js';
import type { Channel } from './channel.js';
import { words } from './feed-words.js';
import { itemOfArticle } from './item-of-article.js';
import { itemOfComment } from './item-of-comment.js';
import { paths } from './paths.js';

export interface FeedParts {
  pool: Pool;
  lookUps: Queryable;
  names: CommentNames;
}

/** Feeds of what strangers read. `origin` is the site's, as `https://news.example`. */
@Injectable()
export class Feeds {
  constructor(private readonly parts: FeedParts) {}

  /** The version of all feeds of articles. */
  readVersion(): Promise<string> {
    return this.withSite(readListVersion(this.parts.lookUps));
  }

  /** The version of a thread's feed. @throws Problem as `whyMissing` says. */
  async readThreadVersion(slug: string): Promise<string> {
    const { lookUps, names } = this.parts;
    const found = readArticleVersion(lookUps, slug, names === 'current' ? 'threads-current' : 'threads');
    return this.withSite(
      found.then(async (thread) => {
        if (thread === undefined) throw await whyMissing(lookUps, slug);
        return thread.version;
      }),
    );
  }

  async ofSite(origin: string): Promise<Channel> {
    return this.channel(origin, {}, { id: `${origin}/`, path: '/' });
  }

  /** @throws Problem 404; 301 where the section has another slug now. */
  async ofSection(origin: string, slug: string, format: string): Promise<Channel> {
    const sections = await readSections(this.parts.pool);
    const section = sections.find((each) => each.slug === slug);
    if (section === undefined) {
      const now = sections.find(({ formerSlugs }) => formerSlugs.includes(slug));
      throw now ? movedTo(`${paths.section(now.slug)}/feed.${format}`) : notFound('section');
    }
    const { sectionId: id, name, description } = section;
    return this.channel(
      origin,
      { section: slug },
      { id: `urn:uuid:${id}`, path: paths.section(slug), name, description },
    );
  }

  async ofTag(origin: string, tag: string): Promise<Channel> {
    const path = paths.tag(tag);
    return this.channel(origin, { tag }, { id: origin + path, path, name: tag });
  }

  /** Articles of an account. @throws Problem 404 */
  async ofPerson(origin: string, id: string): Promise<Channel> {
    const person = await readPublicCommenter(this.parts.lookUps, id);
    if (person === undefined) throw notFound('person');
    const { personId: authorId, name } = person;
    return this.channel(origin, { authorId }, { id: `urn:uuid:${authorId}`, path: paths.person(authorId), name });
  }

  /** The newest comments of an article. @throws Problem as `whyMissing` says. */
  async ofThread(origin: string, slug: string): Promise<Channel> {
    const { pool, lookUps, names } = this.parts;
    const [article, site] = await Promise.all([readArticlePage(pool, slug), this.site()]);
    if (article === undefined) throw await whyMissing(lookUps, slug);
    const title = article.title.trim() || words.untitled;
    const [id, url] = [article.articleId, origin + paths.article(slug)];
    const comments = await readFeedComments(pool, id, names);
    return {
      id: `urn:uuid:${id}#comments`,
      title: `${words.comments(title)} · ${site.name}`,
      description: '',
      language: site.language,
      page: `${url}#comments`,
      address: `${url}/feed`,
      items: comments.map((comment) => itemOfComment(comment, { id, title, url })),
    };
  }

  private async channel(origin: string, wanted: WantedArticles, of: Of): Promise<Channel> {
    const [site, articles] = await Promise.all([this.site(), readFeedArticles(this.parts.pool, wanted)]);
    const page = origin + of.path;
    return {
      id: of.id,
      title: of.name === undefined ? site.name : `${of.name.trim() || words.nameless} · ${site.name}`,
      description: of.name === undefined ? site.motto : (of.description ?? ''),
      language: site.language,
      page,
      address: `${page}${of.path === '/' ? '' : '/'}feed`,
      items: articles.map((article) => itemOfArticle(article, origin)),
    };
  }

  // The site's name and language are in every feed.
  private async withSite(reading: Promise<string>): Promise<string> {
    const [version, ofSite] = await Promise.all([reading, readSiteVersion(this.parts.lookUps)]);
    return `${version}-${ofSite.slice(ofSite.indexOf('.') + 1)}`;
  }

  private async site() {
    return presentSite(await readSiteIdentity(this.parts.pool)).site;
  }
}

/** What a feed of articles is about; without a name: the site. */
interface Of {
  id: string;
  path: string;
  name?: string;
  description?: string;
}

/** Not for ever: a section may get a former slug back. */
export const movedTo = (Location: string): Problem =>
  new Problem(301, { detail: 'It has another address now.', headers: { Location, 'Cache-Control': 'no-cache' } });
