import { ArchiveComment } from '../archive.js';
import { plainTextOf } from './plain-text-of.js';
import { wordpressTime } from './wordpress-time.js';

const approved = new Set(['1', 'approve', 'approved']);
const words: Record<string, string> = { '0': 'unapproved', hold: 'unapproved', '': 'unapproved' };

/** A comment, or why it does not come in. One without a time of its own takes that of its article. */
export function toComment(fields: Map<string, string>, articleAt: string | undefined): ArchiveComment | string {
  const field = (name: string) => fields.get(`wp:comment_${name}`) ?? '';
  const type = field('type').trim();
  if (type !== '' && type !== 'comment') return type;
  const status = field('approved').trim();
  if (!approved.has(status)) return words[status] ?? status;
  const postedAt = wordpressTime(field('date_gmt'), undefined, field('date')) ?? articleAt;
  if (postedAt === undefined) return 'without a time';
  const website = field('author_url').trim();
  const parent = field('parent').trim();
  const result = ArchiveComment.safeParse({
    externalId: field('id').trim(),
    parentExternalId: parent === '' || parent === '0' ? undefined : parent,
    name: plainTextOf(field('author')),
    email: field('author_email').trim() || undefined,
    website: /^(https?:\/\/)?$/.test(website) ? undefined : website,
    address: field('author_IP').trim() || undefined,
    body: field('content'),
    format: 'html',
    postedAt,
  });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return `its ${issue?.path.join('.')} ${issue?.message}`;
}
