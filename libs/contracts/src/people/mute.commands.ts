import { z } from 'zod';

/** What one may mute: a person by their id, a source by its `sourceKey`, a tag as it is written. */
export const muteKinds = ['person', 'source', 'tag'] as const;
/** Of a key, in code points. */
export const longestMutedKey = 300;
/** How much one person can mute, in number and in bytes of it as JSON: each change says all of it. */
export const maxMutes = 200;
export const maxBytesOfMutes = 20_000;

const key = z
  .string({ error: "can't be blank" })
  .refine((text) => text.trim() !== '' && !text.includes('\0') && text.isWellFormed(), "can't be blank")
  .refine((text) => [...text].length <= longestMutedKey, `is too long (maximum is ${longestMutedKey} characters)`);

/** As ids and keys of sources are told, in every locale of a database. */
const small = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

export const Mute = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), key: z.uuid('must be the id of a person').transform(small) }),
  z.object({ kind: z.literal('source'), key: key.transform(small) }),
  z.object({ kind: z.literal('tag'), key }),
]);
export type Mute = z.infer<typeof Mute>;

const Mutes = z.array(Mute);

/** What a `MutesChanged` says, from its JSON. */
export const mutesSaid = (json: string): Mute[] => Mutes.parse(JSON.parse(json));

export const ChangeMutes = z.object({ mute: Mute });
export type ChangeMutes = z.infer<typeof ChangeMutes>;
