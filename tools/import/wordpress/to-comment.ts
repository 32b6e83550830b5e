import { isOfArchives } from '#contracts/utc-time.js';
import { ArchiveComment } from '../archive.js';
import { whyUnfit } from '../why-unfit.js';
import { commentFields } from './field-names.js';
import { plainTextOf } from './plain-text-of.js';
import { wordpressTime } from './wordpress-time.js';

const approved = new Set(['1', 'approve', 'approved']);
const unapproved = new Set(['0', 'hold', '']);

/** A comment, or why it is not imported. */
export function toComment(fields: Map<string, string>): ArchiveComment | string {
  const field = (name: string) => fields.get(`wp:comment_${name}`) ?? '';
  const type = field('type');
  if (type !== '' && type !== 'comment') return type;
  const status = field('approved');
  if (!approved.has(status)) return unapproved.has(status) ? 'unapproved' : status;
  const postedAt = wordpressTime(field('date_gmt'), undefined, field('date'));
  const website = field('author_url');
  const parent = field('parent');
  const comment = {
    externalId: field('id'),
    parentExternalId: parent === '' || parent === '0' ? undefined : parent,
    name: plainTextOf(field('author')),
    email: field('author_email') || undefined,
    website: /^(https?:\/\/)?$/.test(website) ? undefined : website,
    address: field('author_IP') || undefined,
    body: field('content'),
    format: 'html' as const,
    postedAt: postedAt !== undefined && isOfArchives(postedAt) ? postedAt : null,
  };
  const result = ArchiveComment.safeParse(comment, { reportInput: true });
  if (result.success) return result.data;
  return `its ${whyUnfit(result.error.issues[0], (name) => commentFields.get(name) ?? name)}`;
}
