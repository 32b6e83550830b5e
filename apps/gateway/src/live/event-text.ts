export interface LiveEvent {
  /** A sequence. */
  id: number;
  event: 'now' | 'activity' | 'reply' | 'reload';
  data: object;
}

/** An event as `text/event-stream` (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export const eventText = ({ id, event, data }: LiveEvent): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** After how long a client connects anew: not all of them at the same moment. */
export const retryText = (random = Math.random): string => `retry: ${Math.round(1_000 + 2_000 * random())}\n\n`;
