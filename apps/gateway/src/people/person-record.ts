import { z } from 'zod';
import type { Commenter } from '#read-models/commenter/read-commenter.js';
import type { PersonHistoryEntry } from '#read-models/person-history/read-person-history.js';

const Sanction = z.object({ reason: z.string(), until: z.iso.datetime().nullable() }).optional();

/** A person as moderators see them. */
export const PersonAnswer = z.object({
  person: z.object({
    id: z.uuid(),
    kind: z.enum(['guest', 'account', 'erased']),
    name: z.string(),
    nick: z.string().nullable(),
    roles: z.array(z.string()),
    commentCount: z.int(),
    linkedTo: z.uuid().nullable().describe('the account that a guest has become'),
    sanctions: z
      .object({ suspension: Sanction, ban: Sanction, premoderation: Sanction })
      .describe('as they were last said; one whose `until` is past is over'),
    history: z
      .array(
        z.object({
          type: z.string().describe('the event, such as `PersonBanned`'),
          at: z.iso.datetime(),
          actorId: z.uuid().nullable().describe('null: the system'),
          reason: z.string().nullable(),
          note: z.string().nullable(),
          until: z.iso.datetime().nullable(),
          role: z.string().nullable(),
          accountId: z.uuid().nullable(),
        }),
      )
      .describe('what was done about them, the latest first'),
  }),
});

type Answer = z.infer<typeof PersonAnswer>;

export const presentPerson = (person: Commenter, history: PersonHistoryEntry[]): Answer => ({
  person: {
    id: person.personId,
    kind: person.kind,
    name: person.name,
    nick: person.nick,
    roles: person.roles,
    commentCount: person.commentCount,
    linkedTo: person.linkedTo,
    sanctions: person.sanctions,
    history: history.map(({ type, happenedAt, actorId, reason, note, until, role, otherId }) => ({
      ...{ type, at: happenedAt.toISOString(), actorId, reason, note, role, accountId: otherId },
      until: until && until.toISOString(),
    })),
  },
});
