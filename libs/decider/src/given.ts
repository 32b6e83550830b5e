import type { Actor } from '#contracts/event-data.js';

/** Comes with every command: the actor, the time, and ids for the events it may lead to. */
export interface Given {
  /** ISO 8601. */
  readonly at: string;
  readonly actor: Actor;
  readonly ids: readonly string[];
}

/** An event with the given data and actor. @param number its index among the command's events, from 0. */
export function happened<Type extends string, Data extends object>(
  { at, actor, ids }: Given,
  type: Type,
  data: Data,
  number = 0,
): { id: string; type: Type; occurredAt: string; data: Data & { actor: Actor } } {
  const id = ids[number];
  if (id === undefined) throw new Error(`a command leads to ${ids.length} events at most`);
  return { id, type, occurredAt: at, data: { ...data, actor } };
}
