import type { ServerResponse } from 'node:http';

const endings = new WeakMap<ServerResponse, () => void>();

/** Says how an answer without an end of its own is ended when the process stops, which would wait for it otherwise. */
export const endsAtOnce = (response: ServerResponse, end: () => void): void => void endings.set(response, end);

/** Whether an answer goes on until somebody ends it. */
export const isEndless = (response: ServerResponse): boolean => endings.has(response);

/** Ends an answer if it has no end of its own. */
export const endIfEndless = (response: ServerResponse): void => endings.get(response)?.();
