import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { sitePages } from '#contracts/site/site.events.js';
import { notFound } from '#http/problem.js';
import { countSitemapParts, readSitemapNews, readSitemapPart } from '#read-models/article-page/read-sitemap.js';
import { readSections } from '#read-models/section/read-sections.js';
import { readSiteIdentity } from '#read-models/site-identity/read-site-identity.js';
import { presentSite } from '../site-identity/present-site.js';
import { words } from './feed-words.js';
import { paths } from './paths.js';
import { writeSitemap, writeSitemapIndex } from './write-sitemap.js';

/** The sitemap: an index, pages, articles in parts, and news. `origin` is the site's. */
@Injectable()
export class Sitemaps {
  constructor(private readonly pool: Pool) {}

  async index(origin: string): Promise<string> {
    const parts = await countSitemapParts(this.pool);
    const names = ['pages', 'news', ...Array.from({ length: parts }, (_, at) => String(at + 1))];
    return writeSitemapIndex(names.map((name) => `${origin}/sitemaps/${name}.xml`));
  }

  /** @param name `pages`, `news` or the number of a part. @throws Problem 404 */
  async part(origin: string, name: string): Promise<string> {
    if (name === 'pages') return this.pages(origin);
    if (name === 'news') return this.news(origin);
    const articles = /^[1-9]\d{0,5}$/.test(name) ? await readSitemapPart(this.pool, Number(name)) : [];
    if (articles.length === 0) throw notFound('sitemap');
    return writeSitemap(articles.map(({ slug, updatedAt }) => ({ url: origin + paths.article(slug), updatedAt })));
  }

  private async pages(origin: string): Promise<string> {
    const [sections, site] = await Promise.all([readSections(this.pool), this.site()]);
    const shown = [
      '/',
      ...sections.filter(({ isOpen }) => isOpen).map(({ slug }) => paths.section(slug)),
      ...sitePages.filter((page) => site.pages[page]).map((page) => `/${page}`),
    ];
    return writeSitemap(shown.map((path) => ({ url: origin + path })));
  }

  private async news(origin: string): Promise<string> {
    const [articles, { name: publisher, language }] = await Promise.all([readSitemapNews(this.pool), this.site()]);
    return writeSitemap(
      articles.map(({ slug, title, publishedAt }) => ({
        url: origin + paths.article(slug),
        news: { publisher, language, publishedAt, title: title.trim() || words.untitled },
      })),
    );
  }

  private async site() {
    return presentSite(await readSiteIdentity(this.pool)).site;
  }
}
