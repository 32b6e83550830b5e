import type { TopicName } from '#contracts/topics.js';

/** No topic of the contract, so that the copy's own projector does not read along. */
export const projectionTopic = 'bench.comments.v1' as TopicName;

/** How both sides fetch: what our transport does. */
export const fetching = { maxWaitTimeInMs: 500, maxBytesPerPartition: 1_048_576 };
export const partitionsAtOnce = 2;

export const projectedWithinMs = 90_000;
