import { z } from 'zod';
import { OwnSanction } from './own-sanctions.js';
import { BodyFormat } from '#contracts/body-format.js';

export const GuestAnswer = z.object({
  guest: z.object({ id: z.uuid(), name: z.string(), token: z.string().describe('use as `Authorization: Token …`') }),
});

export const CredentialAnswer = z.object({ guest: z.object({ id: z.uuid(), token: z.string() }) });

export const UserAnswer = z.object({
  user: z.object({
    email: z.string(),
    token: z.string(),
    username: z.string(),
    bio: z.string().nullable(),
    image: z.string().nullable(),
    refreshToken: z.string().optional().describe('where the sign-in was `refreshable`'),
  }),
});

export const SessionsAnswer = z.object({
  sessions: z.array(
    z.object({
      id: z.uuid(),
      startedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      current: z.boolean().describe('whether it is the one that asks'),
    }),
  ),
});

export const ProfileAnswer = z.object({
  profile: z.object({
    username: z.string(),
    bio: z.string().nullable(),
    image: z.string().nullable().describe('as it was entered; may be no address at all'),
    following: z.boolean().describe('whether who asks follows them'),
  }),
});

const Erasure = z.object({ dueAt: z.iso.datetime() }).nullable().describe('null: none is asked for');

export const ErasureAnswer = z.object({ erasure: Erasure });

export const MeAnswer = z.object({
  me: z.object({
    kind: z.enum(['guest', 'account']),
    id: z.uuid(),
    name: z.string().describe('the one I comment under'),
    originalName: z.string().describe('the one I came with'),
    nick: z.string().nullable().describe('the one I picked in its place'),
    email: z.string().nullable().describe('told to nobody else'),
    website: z.string().nullable(),
    commentCount: z.int(),
    erasure: Erasure,
  }),
});

export const NickEntry = z.object({
  name: z.string(),
  kind: z.enum(['original', 'picked', 'restored']).describe('`restored`: back to the name I came with'),
  since: z.iso.datetime(),
});

const OwnComment = z.object({
  id: z.int(),
  parentId: z.int().nullable().describe('the comment this replies to'),
  postedAt: z.iso.datetime(),
  name: z.string().describe('the name it was posted under'),
  website: z.string().nullable(),
  body: z.string(),
  format: BodyFormat,
  imported: z.boolean(),
  held: z.boolean().describe('shown to nobody else until a moderator has seen it'),
  article: z.object({ id: z.uuid(), slug: z.string().nullable(), title: z.string().nullable() }),
});

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
  following: z.array(z.string()).describe('user names'),
  comments: z.array(OwnComment).describe('in the order of their numbers'),
});
