import { z } from 'zod';

/** Who acted: a person, or the system by a named rule. */
export const Actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: z.uuid() }),
  z.object({ kind: z.literal('system'), rule: z.string() }),
]);
export type Actor = z.infer<typeof Actor>;

/** Where an imported event is from; what the export knew that has no field of its own here. */
export const Provenance = z.object({
  source: z.string(),
  externalId: z.string(),
  permalink: z.string().optional(),
  formerAddresses: z.array(z.string()).optional().describe('where else it stood'),
  categories: z.array(z.string()).optional(),
  status: z.string().optional(),
  utcOffset: z.string().optional().describe('of the place it was published at, such as +02:00'),
});
export type Provenance = z.infer<typeof Provenance>;

/**
 * The data of one event type: its own fields, the actor, and room for provenance.
 * @param says what has happened, in a sentence of docs/events.md @param example of it; *.examples.ts has those of older types
 */
export function eventData<Shape extends z.core.$ZodLooseShape>(shape: Shape, says: string, example?: object) {
  return z
    .object({ ...shape, actor: Actor, provenance: Provenance.optional() })
    .meta({ description: says, ...(example && { examples: [example] }) });
}
