import { z } from 'zod';
import { OwnComment } from '../comments/comment.answers.js';
import { Draft } from '../drafts/draft.answers.js';
import { Erasure } from '../erasure/erasure.answers.js';
import { MuteEntry } from '../mutes/mutes.answers.js';
import { OwnSanction } from '../me/own-sanctions.js';
import { NickEntry } from '../nicks/nick.answers.js';

/** A thread in its reader's export. */
export const OwnVisit = z.object({ article: OwnComment.shape.article, upTo: z.iso.datetime() });

/** An article in the export of whose favourite it is. */
export const OwnFavorite = z.object({ article: OwnComment.shape.article, favoritedAt: z.iso.datetime() });

/** An article that its author has not published yet, in their export. */
export const OwnDraft = Draft.omit({ author: true });

export const ExportAnswer = z.object({
  exportedAt: z.iso.datetime(),
  person: z.object({
    id: z.uuid(),
    kind: z.enum(['guest', 'account']),
    name: z.string(),
    nick: z.string().nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    bio: z.string().nullable(),
    image: z.string().nullable(),
    roles: z.array(z.string()),
    commentCount: z.int(),
    erasure: Erasure,
  }),
  nicks: z.array(NickEntry),
  sanctions: z.array(OwnSanction),
  mutes: z.array(MuteEntry),
  following: z.array(z.string()).describe('user names'),
  visits: z.array(OwnVisit).describe('threads visited, by their articles’ ids'),
  favorites: z.array(OwnFavorite).describe('by the articles’ ids'),
  drafts: z.array(OwnDraft).describe('by their ids'),
  comments: z.array(OwnComment).describe('in the order of their numbers'),
});
