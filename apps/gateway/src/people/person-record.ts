import { z } from 'zod';
import type { PersonRecord } from '#read-models/commenter/read-person-record.js';
import type { NickEntry } from '#read-models/nick-history/read-nick-history.js';
import type { PersonHistoryEntry } from '#read-models/person-history/read-person-history.js';

const Sanction = z.object({ reason: z.string(), until: z.iso.datetime().nullable() }).optional();

export const Sanctions = z
  .object({ suspension: Sanction, ban: Sanction, premoderation: Sanction })
  .describe('as they were last said; one whose `until` is past is over');

export const PersonKind = z.enum(['guest', 'account', 'erased']);

const History = z.object({
  type: z.string().describe('the event, such as `PersonBanned`'),
  at: z.iso.datetime(),
  actorId: z.uuid().nullable().describe('null: the system'),
  actorName: z.string().nullable().describe('as they are called now'),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  until: z.iso.datetime().nullable(),
  role: z.string().nullable(),
  accountId: z.uuid().nullable(),
});

const Reach = z
  .object({ comments: z.int(), shown: z.int(), held: z.int(), guests: z.int(), following: z.int(), followers: z.int() })
  .describe('how much an erasure takes: what they and their guests wrote, and whom they follow');

/** A person as moderators see them. */
export const PersonAnswer = z.object({
  person: z.object({
    id: z.uuid(),
    kind: PersonKind,
    name: z.string(),
    nick: z.string().nullable(),
    roles: z.array(z.string()),
    commentCount: z.int().describe('with those of linked guests'),
    linkedTo: z.uuid().nullable().describe('the account that a guest has become'),
    guests: z
      .array(z.object({ id: z.uuid(), name: z.string(), version: z.int().describe('of their record, for If-Match') }))
      .describe('the guests that have become this account'),
    names: z
      .array(z.object({ name: z.string(), kind: z.enum(['original', 'picked', 'restored']), since: z.iso.datetime() }))
      .describe('what they were called, the latest first'),
    erasureDueAt: z.iso.datetime().nullable().describe('null: they stay'),
    reach: Reach,
    sanctions: Sanctions,
    history: z.array(History).describe('what was done about them, the latest first'),
  }),
});

export type PersonAnswer = z.infer<typeof PersonAnswer>;

interface Told {
  history: PersonHistoryEntry[];
  nicks: NickEntry[];
  /** Of those who acted. */
  actorNames: ReadonlyMap<string, string>;
}

export const presentPerson = (person: PersonRecord, { history, nicks, actorNames }: Told): PersonAnswer => ({
  person: {
    id: person.personId,
    kind: person.kind,
    name: person.name,
    nick: person.nick,
    roles: person.roles,
    commentCount: person.commentCount,
    linkedTo: person.linkedTo,
    guests: person.guests,
    names: nicks.map(({ name, kind, since }) => ({ name, kind, since: since.toISOString() })),
    erasureDueAt: person.erasureDueAt && person.erasureDueAt.toISOString(),
    reach: {
      ...{ comments: person.commentCount, shown: person.shownCount, held: person.heldCount },
      ...{ guests: person.guests.length, following: person.following, followers: person.followers },
    },
    sanctions: person.sanctions,
    history: history.map(({ type, happenedAt, actorId, reason, note, until, role, otherId }) => ({
      ...{ type, at: happenedAt.toISOString(), actorId, reason, note, role, accountId: otherId },
      actorName: actorId && (actorNames.get(actorId) ?? null),
      until: until && until.toISOString(),
    })),
  },
});
