import { escapeUTF8 } from 'entities';
import { legalXml } from './legal-xml.js';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schemas = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const news = 'http://www.google.com/schemas/sitemap-news/0.9';

const element = (name: string, text: string) => `<${name}>${escapeUTF8(legalXml(text))}</${name}>`;

export interface PageOfSitemap {
  url: string;
  updatedAt?: Date;
  news?: { publisher: string; language: string; publishedAt: Date; title: string };
}

/** Writes an index of sitemaps (sitemaps.org). @param urls of them */
export const writeSitemapIndex = (urls: string[]): string =>
  `${head}<sitemapindex xmlns="${schemas}">\n${urls.map((url) => `<sitemap>${element('loc', url)}</sitemap>\n`).join('')}</sitemapindex>\n`;

/** Writes one sitemap, with Google's extension for news where a page has that. */
export const writeSitemap = (pages: PageOfSitemap[]): string =>
  `${head}<urlset xmlns="${schemas}" xmlns:news="${news}">\n${pages.map(pageXml).join('')}</urlset>\n`;

const pageXml = ({ url, updatedAt, news }: PageOfSitemap) =>
  `<url>${element('loc', url)}${updatedAt ? element('lastmod', updatedAt.toISOString()) : ''}${news ? newsXml(news) : ''}</url>\n`;

const newsXml = ({ publisher, language, publishedAt, title }: NonNullable<PageOfSitemap['news']>) =>
  `<news:news><news:publication>${element('news:name', publisher)}${element('news:language', language)}</news:publication>` +
  `${element('news:publication_date', publishedAt.toISOString())}${element('news:title', title)}</news:news>`;
