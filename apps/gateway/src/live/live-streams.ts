import type { FastifyReply } from 'fastify';
import { addressGroup } from '#http/address-group.js';
import { endsAtOnce } from '#http/ends-at-once.js';
import { unavailable } from '#http/problem.js';
import { retryText } from './event-text.js';
import * as limits from './live-limits.js';
import { LiveStream, type StreamOptions } from './live-stream.js';

export interface StreamBounds {
  most: number;
  perAddress: number;
  checkEveryMs: number;
  now: () => number;
}

const usual: StreamBounds = {
  most: limits.maxStreams,
  perAddress: limits.maxStreamsOfAddress,
  checkEveryMs: 5_000,
  now: () => performance.now(),
};

/** The open streams of a gateway, with one timer for all. */
export class LiveStreams {
  private readonly open = new Set<LiveStream>();
  private readonly ofAddress = new Map<string, number>();
  private readonly bounds: StreamBounds;
  private readonly timer: NodeJS.Timeout;

  constructor(bounds: Partial<StreamBounds> = {}) {
    this.bounds = { ...usual, ...bounds };
    this.timer = setInterval(() => this.open.forEach((stream) => stream.check()), this.bounds.checkEveryMs);
    this.timer.unref();
  }

  get count(): number {
    return this.open.size;
  }

  /** @throws Problem 503 where one more would be too many. */
  requireRoom({ clientAddress }: FastifyReply['request']): void {
    const own = this.ofAddress.get(addressGroup(clientAddress)) ?? 0;
    if (this.open.size < this.bounds.most && own < this.bounds.perAddress) return;
    throw unavailable('Too many streams are open.', limits.retryFullSeconds);
  }

  /** Begins the answer. @throws Problem 503 as above */
  begin(reply: FastifyReply, options: StreamOptions): LiveStream {
    this.requireRoom(reply.request);
    const { raw } = reply.hijack();
    const stream = new LiveStream(raw, options, this.bounds.now);
    // Proxies that gather answers are told not to (nginx).
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
    stream.send(retryText());
    // Of a client that left meanwhile no end is to come.
    if (!stream.isClosed) this.keep(stream, addressGroup(reply.request.clientAddress));
    endsAtOnce(raw, () => stream.end());
    return stream;
  }

  close(): void {
    clearInterval(this.timer);
    for (const stream of this.open) stream.end();
  }

  private keep(stream: LiveStream, address: string): void {
    this.open.add(stream);
    this.ofAddress.set(address, (this.ofAddress.get(address) ?? 0) + 1);
    stream.whenClosed(() => {
      this.open.delete(stream);
      const left = (this.ofAddress.get(address) ?? 1) - 1;
      if (left > 0) this.ofAddress.set(address, left);
      else this.ofAddress.delete(address);
    });
  }
}
