/**
 * A note that a process has begun to apply messages of a partition. If it is still stored later, the messages ended
 * that process.
 */
export interface Attempt {
  topic: string;
  partition: number;
  firstOffset: bigint;
  /** The message that ended the process lies before this offset, if it is in the topic at all. */
  suspectUntil: bigint;
  /** Of the one message at `firstOffset`, applied while the process did nothing else. */
  alone: boolean;
  /** The number of processes that ended while this message was attempted alone. */
  ends: number;
  /** The process; {@link nobody} once it reported that it failed and did not end. */
  attemptedBy: string;
}

export const nobody = '00000000-0000-0000-0000-000000000000';
