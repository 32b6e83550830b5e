import type { EventType } from '#contracts/events.js';
import type { ProjectionSet } from './projection.js';

/** Whether a set knows a type of event, be it to ignore it. */
export const understands = ({ handling }: ProjectionSet, type: string): type is EventType =>
  Object.hasOwn(handling, type);

/** Every type that a set knows. */
export const typesOf = ({ handling }: ProjectionSet): string[] => Object.keys(handling);
