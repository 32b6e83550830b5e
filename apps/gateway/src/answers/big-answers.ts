import type { FastifyReply } from 'fastify';
import { addressGroup } from '#http/address-group.js';
import { unavailable } from '#http/problem.js';

/** Bytes that all big answers under way may hold in this process. */
export const maxBytesUnderWay = 64_000_000;

/** Bytes that the big answers of one visitor may hold, so that a slow reader leaves room for others. */
export const maxBytesOfVisitor = 24_000_000;

/** Milliseconds after which a client that reads nothing of its answer is disconnected. */
export const stalledAfterMs = 10_000;

/** Bytes up to which a text is not large. Of a large answer, as many are held at once. */
export const maxBytesAtOnce = 256_000;

/** Sent data is held about three times: as Postgres sent it, as JSON, and as the bytes being written. */
const copies = 3;

/** Bounds the memory of large answers, however many are requested and however slowly they are read. */
export class BigAnswers {
  private bytes = 0;
  private readonly bytesOf = new Map<string, number>();

  constructor(private readonly cutOffAfterMs = stalledAfterMs) {}

  /**
   * Reserves room for an answer until it is sent; a small one needs none.
   * @param length bytes of it that are held at any moment, in each form.
   * @throws Problem 503 if there is no room. An answer larger than all the room is admitted if no other is under way.
   */
  admit(reply: FastifyReply, length: number): void {
    const bytes = copies * length;
    const visitor = addressGroup(reply.request.clientAddress);
    const own = this.bytesOf.get(visitor) ?? 0;
    const fits = (taken: number, most: number) => taken === 0 || taken + bytes <= most;
    if (!fits(this.bytes, maxBytesUnderWay) || !fits(own, maxBytesOfVisitor)) {
      throw unavailable('Too many large answers are under way.', 1);
    }
    // A client that has disconnected meanwhile is sent nothing.
    if (reply.raw.destroyed) return;
    this.change(visitor, bytes);
    reply.raw.setTimeout(this.cutOffAfterMs);
    reply.raw.once('close', () => this.change(visitor, -bytes));
  }

  private change(visitor: string, bytes: number): void {
    this.bytes += bytes;
    const own = (this.bytesOf.get(visitor) ?? 0) + bytes;
    if (own === 0) this.bytesOf.delete(visitor);
    else this.bytesOf.set(visitor, own);
  }
}
