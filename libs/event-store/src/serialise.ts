import type { RecordedEvent } from '#contracts/envelope.js';
import { EventTooLarge, largestEvent } from './event-store.js';

/** An event's data as the text that is stored and sent. @throws EventTooLarge */
export function serialise({ stream, data }: RecordedEvent): string {
  const text = JSON.stringify(data);
  // A UTF-16 unit takes at most 3 bytes; most texts need not be counted.
  if (text.length * 3 > largestEvent && Buffer.byteLength(text) > largestEvent) {
    throw new EventTooLarge(stream, Buffer.byteLength(text));
  }
  return text;
}
