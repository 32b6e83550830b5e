import { z } from 'zod';

const count = z.int().min(0);

/** A projection set, as operators see it. */
export const DescribedSet = z.object({
  name: z.string(),
  lag: count.nullable().describe('messages in the topics that are not stored yet; null: not known'),
  missing: count.describe('events that were sent and never came'),
  haltedStreams: count,
  parkedStreams: count,
  parkedOldestSeconds: z.number(),
  unsentDeadLetters: count,
  halted: z
    .array(z.object({ stream: z.string(), version: z.int(), reason: z.string(), at: z.iso.datetime() }))
    .describe('the latest; up to 20'),
  parked: z
    .array(z.object({ stream: z.string(), version: z.int(), at: z.iso.datetime() }))
    .describe('those that wait longest; up to 20'),
  unknownTypes: z.array(z.object({ type: z.string(), streams: count, since: z.iso.datetime() })),
});
export type DescribedSet = z.infer<typeof DescribedSet>;

/** A message that could not be applied, without what it says. */
export const NamedLetter = z.object({
  id: z.string().describe('`topic/partition/offset`, as `npm run dead-letters -- replay` takes it'),
  set: z.string().describe('the projection set that could not apply it'),
  topic: z.string(),
  stream: z.string().nullable().describe('null: it was no event'),
  reason: z.string().describe('without what it quotes'),
  at: z.iso.datetime(),
});
export type NamedLetter = z.infer<typeof NamedLetter>;

/** What a service tells operators of itself. */
export const DescribedService = z.object({
  version: z.string(),
  ready: z.boolean(),
  checks: z.record(z.string(), z.string()),
  outbox: z.object({ waiting: count, republished: count, oldestSeconds: z.number() }),
  sets: z.array(DescribedSet),
  deadLetters: z.array(NamedLetter),
});
export type DescribedService = z.infer<typeof DescribedService>;
