/** That a process has begun to apply messages of a partition. One that is still there was ended by what it began. */
export interface Attempt {
  topic: string;
  partition: number;
  firstOffset: bigint;
  /** What ended the process lies before this offset, if it lies in the topic at all. */
  suspectUntil: bigint;
  /** Of the one message at `firstOffset`, while the process did nothing else. */
  alone: boolean;
  /** How many processes have ended at that message while it was attempted alone. */
  ends: number;
  /** The process; {@link nobody} once it has told that it failed and lives. */
  attemptedBy: string;
}

export const nobody = '00000000-0000-0000-0000-000000000000';
