import type { PersonalField } from './personal-fields.js';
import { Sealed } from './sealed.js';

/** What a personal field holds once its key is destroyed. It is no text, and is in no JSON: nobody shows it by mistake. */
export const erased: unique symbol = Symbol('erased');
export type Erased = typeof erased;

/** What a personal field holds where it is opened. */
export type Personal = string | Erased;

/** Of a personal field: its number in the seal, and where in the data it says whose it is. */
export interface Marking {
  field: PersonalField;
  /** Paths of ids, such as `author.personId`. Of several each has to have its key for the field to be read. */
  owners: readonly string[];
}

/** What is shown in place of what is erased. */
export const erasedText = '[erased]';

/** A personal value as it is shown. */
export const shownText = (value: Personal): string => (value === erased ? erasedText : value);

/** The schema of a personal field as it is stored: sealed under the keys of those whose it is. */
export function personal(field: PersonalField, ...owners: [string, ...string[]]): typeof Sealed {
  const personalField: Marking = { field, owners };
  return Sealed.meta({ personalField });
}

/** The data of an event in clear: each sealed text is what was sealed, or erased. */
export type Clear<Data> = Data extends Sealed
  ? Personal
  : Data extends readonly (infer Item)[]
    ? Clear<Item>[]
    : Data extends object
      ? { [Key in keyof Data]: Clear<Data[Key]> }
      : Data;

type HoldsSealed<Value> = [Extract<Value, Sealed>] extends [never] ? false : true;

/** The data of an event without what is personal in it: all that a decision may later rest on. */
export type Facts<Data> = Data extends readonly (infer Item)[]
  ? Facts<Item>[]
  : Data extends object
    ? { [Key in keyof Data as HoldsSealed<Data[Key]> extends true ? never : Key]: Facts<Data[Key]> }
    : Data;
