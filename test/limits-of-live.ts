import * as streams from '../apps/gateway/src/live/live-limits.js';
import { bytes, figure, seconds } from './written-figures.js';

/** Streams of what happens. */
export const live = () => ({
  'streams of a gateway': figure(streams.maxStreams),
  'streams of one address': figure(streams.maxStreamsOfAddress),
  'life of a stream': seconds(streams.streamMs),
  "life of a stream of one's own replies": seconds(streams.ownStreamMs),
  'time without an event': seconds(streams.heartbeatMs),
  'bytes that wait for a reader of a stream': bytes(streams.maxBytesBehind),
  'time in which they must be taken': seconds(streams.slowReaderMs),
  'events missed by who resumes': figure(streams.maxMissed),
  'events of an article written at once': figure(streams.eventsAtOnce),
  'time between two looks for events': seconds(streams.backstopMs),
});
