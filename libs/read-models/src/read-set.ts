import { z } from 'zod';

/** The set of read models that is projected and read by default. */
export const defaultReadSet = 'read_v1';

/**
 * The name of a set of read models: its schema, and a part of the names of its channels, groups and topics. It stands
 * in SQL unquoted.
 */
export const readSetVar = z
  .string()
  .regex(/^read_[a-z0-9_]{1,20}$/, 'must begin with read_, and go on with small letters, digits and _')
  .default(defaultReadSet);

/** The prefix of a set's consumer groups and of its dead-letter topic: `projector.read-v1`. */
export const readGroupOf = (set: string): string => `projector.${set.replaceAll('_', '-')}`;
