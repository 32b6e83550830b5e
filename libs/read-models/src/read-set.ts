import { z } from 'zod';

/** The set of read models that is kept and read where nothing else is said. */
export const defaultReadSet = 'read_v1';

/**
 * The name of a set of read models: its schema, and a part of the names of all that goes with it. It stands in SQL as it is.
 */
export const readSetVar = z
  .string()
  .regex(/^read_[a-z0-9_]{1,20}$/, 'must begin with read_, and go on with small letters, digits and _')
  .default(defaultReadSet);

/** What a set's consumer groups begin with, and its dead letters' topic: `projector.read-v1`. */
export const readGroupOf = (set: string): string => `projector.${set.replaceAll('_', '-')}`;
