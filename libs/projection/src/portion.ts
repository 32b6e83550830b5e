import type { BatchMessage, MessageBatch } from '#kafka/message-batch.js';
import { portionsOf } from './portions-of.js';

export type BatchInput = Pick<MessageBatch, 'topic' | 'partition' | 'messages'> &
  Partial<Pick<MessageBatch, 'fetchedFrom' | 'nextOffset' | 'begin' | 'heartbeat'>>;

/** What is stored in one transaction: some messages of a partition, one after another. */
export interface Portion {
  topic: string;
  partition: number;
  messages: BatchMessage[];
  /** All that the topic holds from here on to the messages' end is in them. */
  from: bigint;
  /** Where the partition goes on after them. */
  next: bigint;
  /** Where the topic begins, if it is known to begin later than the checkpoint. */
  begin?: bigint | undefined;
  /** How often it, or what it was a part of, was refused. */
  refusals: number;
  /** Why its one message becomes a dead letter without being applied. */
  fault?: string;
  /** Whether it was noted as attempted. */
  attempted?: boolean;
}

/** Characters of a reason. */
const most = 2_000;

/** A batch as it is stored first. */
export function portionOf(batch: BatchInput): Portion {
  const { topic, partition, messages, fetchedFrom, nextOffset, begin } = batch;
  const next = nextOffset ?? after(messages, fetchedFrom ?? 0n);
  return { topic, partition, messages, from: fetchedFrom ?? firstOf(messages, next), next, begin, refusals: 0 };
}

/**
 * What to store in place of a portion that was refused: its halves; of one message the same again, for the refusal may have been
 * chance; then its dead letter; then a dead letter that names no stream, for what names it may be what cannot be stored.
 * Empty where even that was refused, which is no message's fault.
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

/** A portion as it is stored: parted where one transaction for all of it would be larger than is good. */
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

/** What lies before an offset, and what does not. */
export function partsAt(portion: Portion, offset: bigint): [Portion, Portion] {
  const before = portion.messages.findIndex((message) => BigInt(message.offset) >= offset);
  return split(portion, before === -1 ? portion.messages.length : before);
}

/** A portion's messages, each as one. */
export function* oneByOne(portion: Portion): Generator<Portion> {
  for (let rest = portion; rest.messages.length > 0;) {
    const [first, others] = split(rest, 1);
    yield first;
    rest = others;
  }
}

/** The first `size` messages and the others. Where the topic begins is told with what comes first. */
function split(portion: Portion, size: number): [Portion, Portion] {
  const [first, second] = [portion.messages.slice(0, size), portion.messages.slice(size)];
  const middle = after(first, portion.from);
  return [
    { ...portion, messages: first, next: middle },
    { ...portion, messages: second, from: middle, begin: size > 0 ? undefined : portion.begin },
  ];
}

const halves = (portion: Portion) => split(portion, portion.messages.length >> 1);

/** An error as a dead letter tells it. NUL has no place in a database. */
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
