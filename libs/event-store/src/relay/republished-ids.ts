/**
 * Outbox ids from here on (2^62, which the table's own sequence never reaches) are of events that an operator sends once
 * more, each at this id plus its position: behind every live event, in the order they were appended, and each once.
 */
export const firstRepublishedId = 4_611_686_018_427_387_904n;

/** Whether an outbox row is sent once more. */
export const isRepublished = (outboxId: string): boolean => BigInt(outboxId) >= firstRepublishedId;
