import { z } from 'zod';
import type { PersonHistoryEntry } from '#read-models/person-history/read-person-history.js';

const kinds = new Map<string, OwnSanction['kind']>([
  ['PersonWarned', 'warning'],
  ['PersonSuspended', 'suspension'],
  ['PersonBanned', 'ban'],
  ['PersonPremoderated', 'premoderation'],
  ['PersonReinstated', 'reinstatement'],
]);

/** A sanction as the sanctioned person sees it, without who decided it. */
export const OwnSanction = z.object({
  kind: z.enum(['warning', 'suspension', 'ban', 'premoderation', 'reinstatement']),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  until: z.iso.datetime().nullable(),
});
type OwnSanction = z.infer<typeof OwnSanction>;

export const ownSanctions = (history: PersonHistoryEntry[]): OwnSanction[] =>
  history.flatMap(({ type, happenedAt, reason, note, until }) => {
    const kind = kinds.get(type);
    return kind ? [{ kind, at: happenedAt.toISOString(), reason, note, until: until && until.toISOString() }] : [];
  });
