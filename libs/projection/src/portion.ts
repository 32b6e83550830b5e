import type { BatchMessage, MessageBatch } from '#kafka/message-batch.js';
import { portionsOf } from './portions-of.js';

export type BatchInput = Pick<MessageBatch, 'topic' | 'partition' | 'messages'> &
  Partial<Pick<MessageBatch, 'fetchedFrom' | 'nextOffset' | 'begin' | 'heartbeat'>>;

/** The messages that one transaction stores: consecutive ones of a partition. */
export interface Portion {
  topic: string;
  partition: number;
  messages: BatchMessage[];
  /** The portion contains everything that the topic has from this offset to the last message. */
  from: bigint;
  /** The offset at which the partition continues after the portion. */
  next: bigint;
  /** The beginning of the topic, if it is known to be later than the checkpoint. */
  begin?: bigint | undefined;
  /** How often the portion, or one that contained it, was refused. */
  refusals: number;
  /** The reason why its one message becomes a dead letter without being applied. */
  fault?: string;
  /** Whether it was noted as an attempt. */
  attempted?: boolean;
}

/** Maximal characters of a reason. */
const most = 2_000;

/** A batch as one portion, for the first try. */
export function portionOf(batch: BatchInput): Portion {
  const { topic, partition, messages, fetchedFrom, nextOffset, begin } = batch;
  const next = nextOffset ?? after(messages, fetchedFrom ?? 0n);
  return { topic, partition, messages, from: fetchedFrom ?? firstOf(messages, next), next, begin, refusals: 0 };
}

/**
 * The portions to store in place of a refused one. Several messages are halved. One message is tried again, because the
 * refusal may have been chance; then it becomes a dead letter; then a dead letter that names no stream, because the
 * name may be what cannot be stored. Empty if even that was refused: then no message is at fault.
 */
export function inPlaceOf(portion: Portion, error: unknown): Portion[] {
  const refusals = portion.refusals + 1;
  const [message] = portion.messages;
  if (!message) return [];
  if (portion.messages.length > 1) return halves({ ...portion, refusals });
  if (portion.fault === undefined) {
    return [refusals > 1 ? deadLetterOf(portion, reasonOf(error)) : { ...portion, refusals }];
  }
  return message.event ? [{ ...portion, messages: [unnamed(message)] }] : [];
}

/** The same message as a dead letter of its stream. */
export const deadLetterOf = (portion: Portion, fault: string): Portion => ({ ...portion, fault });

/** A portion in parts, if one transaction for all of it would be too large. */
export function partsOf(portion: Portion): Portion[] {
  const parts: Portion[] = [];
  let rest = portion;
  for (const { length } of portionsOf(portion.messages).slice(0, -1)) {
    const [first, others] = split(rest, length);
    parts.push(first);
    rest = others;
  }
  return [...parts, rest];
}

/** The messages before an offset, and the others. */
export function partsAt(portion: Portion, offset: bigint): [Portion, Portion] {
  const before = portion.messages.findIndex((message) => BigInt(message.offset) >= offset);
  return split(portion, before === -1 ? portion.messages.length : before);
}

/** A portion for each of its messages. */
export function* oneByOne(portion: Portion): Generator<Portion> {
  for (let rest = portion; rest.messages.length > 0;) {
    const [first, others] = split(rest, 1);
    yield first;
    rest = others;
  }
}

/** The first `size` messages and the others. The first part has the beginning of the topic. */
function split(portion: Portion, size: number): [Portion, Portion] {
  const [first, second] = [portion.messages.slice(0, size), portion.messages.slice(size)];
  const middle = after(first, portion.from);
  return [
    { ...portion, messages: first, next: middle },
    { ...portion, messages: second, from: middle, begin: size > 0 ? undefined : portion.begin },
  ];
}

const halves = (portion: Portion) => split(portion, portion.messages.length >> 1);

/** An error's text for a dead letter, without NUL, which Postgres cannot store. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replaceAll('\0', '').slice(0, most);

const firstOf = ([first]: BatchMessage[], otherwise: bigint) => (first ? BigInt(first.offset) : otherwise);

function after(messages: BatchMessage[], otherwise: bigint): bigint {
  const last = messages.at(-1);
  return last ? BigInt(last.offset) + 1n : otherwise;
}

const unnamed = ({ event: _, ...message }: BatchMessage): BatchMessage => ({
  ...message,
  malformed: 'cannot be stored',
});
