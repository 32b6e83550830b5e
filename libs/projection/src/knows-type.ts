import type { EventType } from '#contracts/events.js';
import type { ProjectionSet } from './projection.js';

/** Whether a set knows a type of event, even if it ignores it. */
export const knowsType = ({ handling }: ProjectionSet, type: string): type is EventType =>
  Object.hasOwn(handling, type);

/** All types that a set knows. */
export const typesOf = ({ handling }: ProjectionSet): string[] => Object.keys(handling);
