import type { ServerResponse } from 'node:http';

const endings = new WeakMap<ServerResponse, () => void>();

/** Answers that are to have an end, also where they say only later that they have none of their own. */
const ending = new WeakSet<ServerResponse>();

/**
 * Says how an answer without an end of its own is ended when the process stops, which would wait for it otherwise. One that
 * begins when that has begun is ended here.
 */
export const endsAtOnce = (response: ServerResponse, end: () => void): void => {
  endings.set(response, end);
  if (ending.has(response)) end();
};

/** Whether an answer goes on until somebody ends it. */
export const isEndless = (response: ServerResponse): boolean => endings.has(response);

/** Ends an answer if it has no end of its own, now or as soon as it begins. */
export const endIfEndless = (response: ServerResponse): void => {
  ending.add(response);
  endings.get(response)?.();
};
