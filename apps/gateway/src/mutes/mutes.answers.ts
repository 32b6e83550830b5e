import { z } from 'zod';
import { muteKinds } from '#contracts/people/mute.commands.js';
import type { Muted } from '#read-models/muted/read-muted.js';

export const MuteEntry = z.object({
  kind: z.enum(muteKinds),
  key: z.string().describe('a person’s id, a source’s `sourceKey`, or a tag'),
  name: z.string().describe('what to show for it'),
});

export const MutesAnswer = z.object({ mutes: z.array(MuteEntry) });
export type MutesAnswer = z.infer<typeof MutesAnswer>;

/** People first, then sources and tags. */
export function presentMutes(muted: Muted | undefined): z.infer<typeof MuteEntry>[] {
  if (muted === undefined) return [];
  const named = (kind: 'source' | 'tag') => (name: string) => ({ kind, key: name, name });
  return [
    ...muted.people.map(({ id, name }) => ({ kind: 'person' as const, key: id, name })),
    ...muted.sources.map(named('source')),
    ...muted.tags.map(named('tag')),
  ];
}
