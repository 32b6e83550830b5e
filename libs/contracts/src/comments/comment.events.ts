import { z } from 'zod';
import { BodyFormat } from '../body-format.js';
import { eventData } from '../event-data.js';
import { SanctionReason } from '../people/sanction.events.js';
import { personal } from '../personal.js';

const ofAuthor = 'author.personId';

export const CommentAuthor = z.object({
  personId: z.uuid(),
  kind: z.enum(['guest', 'account']),
  name: personal('name', ofAuthor).describe('the name it was posted under'),
  website: personal('website', ofAuthor).optional(),
  address: personal('address', ofAuthor).optional().describe('network address, of an import'),
});

/** Why a comment is not shown before a moderator has seen it. */
export const HeldBecause = z.enum(['author-premoderated', 'address-premoderated']);
export type HeldBecause = z.infer<typeof HeldBecause>;

/** Where a comment came from; with the month its key is destroyed, whatever becomes of the author's. */
export const PostedFrom = z.object({
  address: personal('postedFrom', ofAuthor, 'postedFrom.month').describe(
    'network address, sealed under the month’s key and then under the author’s: it takes both to read it',
  ),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('calendar month (UTC) of the key'),
});

/** The versions of what a comment was decided on. What is not there was not known, or was not looked at. */
export const DecidedOn = z.object({
  person: z.int().optional().describe('of the author’s stream'),
  addressRanges: z.record(z.uuid(), z.int()).optional().describe('range id → version, of those the address is in'),
  ruleSet: z.object({ id: z.string(), version: z.int() }).optional(),
  phases: z.array(z.object({ phase: z.string(), verdict: z.string() })).optional(),
});
export type DecidedOn = z.infer<typeof DecidedOn>;

const TextFacts = z
  .object({ codePoints: z.int(), links: z.int() })
  .describe('derived, in clear, for analytics; survives erasure');

export const CommentPosted = eventData(
  {
    commentId: z.int().positive(),
    articleId: z.uuid(),
    parentId: z.int().positive().nullable(),
    author: CommentAuthor,
    body: personal('body', ofAuthor),
    format: BodyFormat,
    heldBecause: HeldBecause.optional().describe(
      'held from its first moment on: not to be shown before it is approved',
    ),
    facts: TextFacts,
    postedFrom: PostedFrom.optional(),
    decidedOn: DecidedOn.optional().describe('versions of what it was decided on; not of an import'),
  },
  'A comment stands under an article; the first event of its stream.',
);

/** A held comment is shown from now on. */
export const CommentApproved = eventData(
  { commentId: z.int().positive(), articleId: z.uuid() },
  'A moderator has seen the comment; from now on it is shown.',
);

const wasShown = z.boolean().describe('whether readers saw it until then');

export const CommentEdited = eventData(
  {
    commentId: z.int().positive(),
    articleId: z.uuid(),
    authorId: z.uuid(),
    body: personal('body', 'authorId'),
    format: BodyFormat,
    facts: TextFacts,
    heldBecause: HeldBecause.optional().describe('held from now on, or still; left out: readers see the new text'),
    wasShown,
    decidedOn: DecidedOn,
  },
  'Whoever wrote the comment has changed its text.',
  {
    commentId: 1_000_001,
    articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051',
    authorId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192',
    body: 's1.dGhpcyBpcyBhbiBleGFtcGxlIG9mIGEgc2VhbA',
    format: 'text',
    facts: { codePoints: 42, links: 0 },
    wasShown: true,
    decidedOn: { person: 1 },
    actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
  },
);

/** Who has taken a comment away. */
export const DeletedBy = z.enum(['author', 'staff']);
export type DeletedBy = z.infer<typeof DeletedBy>;

export const CommentDeleted = eventData(
  {
    commentId: z.int().positive(),
    articleId: z.uuid(),
    authorId: z.uuid(),
    by: DeletedBy,
    reason: SanctionReason.optional().describe('of staff, if they gave one'),
    wasShown,
  },
  'The comment is taken away: readers see none of its texts any more. It is neither edited, approved nor answered.',
  {
    commentId: 1_000_001,
    articleId: '0190a3c2-8b11-7d52-8a44-0c1d2e3f4051',
    authorId: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192',
    by: 'author',
    wasShown: true,
    actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
  },
);

export const commentEvents = { CommentPosted, CommentApproved, CommentEdited, CommentDeleted };
