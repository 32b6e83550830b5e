import type { CommentEvent, OpenedEvent } from '#contracts/events.js';

type OfComment = Extract<OpenedEvent, { type: CommentEvent['type'] }>;

/** When an event took effect for readers. For an archive's comment this is when it was posted on the original site. */
export const tookEffect = ({ data, occurredAt, recordedAt }: OfComment): string =>
  data.provenance === undefined ? recordedAt : occurredAt;
