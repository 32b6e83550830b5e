/**
 * Outbox ids from here on (2^62, which the table's own sequence never reaches) belong to republished events. Each has this
 * id plus its position: after every live event, in the order they were appended, and each once.
 */
export const firstRepublishedId = 4_611_686_018_427_387_904n;

/** Whether an outbox row is a republished event. */
export const isRepublished = (outboxId: string): boolean => BigInt(outboxId) >= firstRepublishedId;
