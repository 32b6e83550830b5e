import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { isOfArchives } from '#contracts/utc-time.js';
import type { ArchiveArticle, ArchiveAuthor } from '../archive.js';
import { formerAddressesOf } from './former-addresses.js';
import { plainTextOf } from './plain-text-of.js';
import { unpublishedOf } from './unpublished-of.js';
import { utcOffset } from './wordpress-time.js';

/** The parts of an `<item>` that make an article. */
export interface Post {
  fields: ReadonlyMap<string, string>;
  tags: readonly string[];
  categories: readonly string[];
  publishedAt: string | undefined;
  numberAsWritten: string | undefined;
  /** Of the blog. */
  home: string | undefined;
  formerNames: readonly string[];
}

/** A post as an article, or as what becomes a draft. */
export function toArticle(item: Post, authors: Map<string, ArchiveAuthor>): z.input<typeof ArchiveArticle> {
  const field = (name: string) => item.fields.get(name) ?? '';
  const title = plainTextOf(field('title'));
  const { publishedAt } = item;
  return {
    externalId: identityOf(item),
    formerExternalId: formerIdentityOf(item),
    slug: slugIn(field('wp:post_name')) || title.slice(0, 300),
    title,
    description: plainTextOf(field('excerpt:encoded')),
    body: field('content:encoded'),
    format: 'html',
    tagList: item.tags.map(plainTextOf),
    publishedAt: publishedAt !== undefined && isOfArchives(publishedAt) ? publishedAt : null,
    unpublished: unpublishedOf(item.fields.get('wp:status'), publishedAt),
    commentsClosed: field('wp:comment_status') === 'closed',
    author: authorOf(field('dc:creator'), authors),
    provenance: {
      permalink: field('link') || undefined,
      formerAddresses: formerAddressesOf({
        ...{ home: item.home, formerNames: item.formerNames },
        ...{ permalink: field('link'), guid: field('guid'), number: field('wp:post_id') },
      }),
      categories: item.categories.map(plainTextOf),
      status: item.fields.get('wp:status') || undefined,
      utcOffset: utcOffset(field('wp:post_date_gmt'), field('wp:post_date')),
    },
  };
}

/**
 * A post's number does not identify it: exports of test sites reuse numbers. So its time is added, or its name and title if
 * it has none.
 */
function identityOf({ fields, publishedAt }: Post): string {
  const number = fields.get('wp:post_id');
  if (!number) return fields.get('link') || fields.get('guid') || fields.get('title') || '';
  return `${number}@${publishedAt ?? digestOf(fields.get('wp:post_name'), fields.get('title'))}`;
}

/** The id of an earlier version: undated posts by their number alone, with the white space around it. */
function formerIdentityOf({ fields, publishedAt, numberAsWritten }: Post): string | undefined {
  const number = fields.get('wp:post_id');
  const isAsNow = publishedAt !== undefined && numberAsWritten === number;
  return number && !isAsNow ? `${numberAsWritten ?? number}@${publishedAt ?? ''}` : undefined;
}

const digestOf = (name = '', title = '') =>
  createHash('sha256')
    .update(JSON.stringify([name, title]))
    .digest('base64url')
    .slice(0, 22);

/** A post's name in its URL, which WordPress stores percent-encoded. */
function slugIn(name: string): string {
  try {
    return decodeURIComponent(name).slice(0, 300);
  } catch {
    return name.slice(0, 300);
  }
}

function authorOf(login: string, authors: Map<string, ArchiveAuthor>): ArchiveAuthor | undefined {
  const name = login.replace(/@.*/, '').trim();
  return authors.get(login) ?? (name === '' ? undefined : { name });
}
