import type { FastifyReply } from 'fastify';
import { addressGroup } from '#http/address-group.js';
import { unavailable } from '#http/problem.js';

/** Bytes that all big answers under way may hold in this process. */
export const mostBytesUnderWay = 64_000_000;

/** Bytes that those of one visitor may hold: whoever reads slowly leaves room for the others. */
export const mostBytesOfVisitor = 24_000_000;

/** Milliseconds after which an answer of which nothing is taken is cut off. */
export const stalledAfterMs = 10_000;

/** Bytes up to which a text is not large: as many are held of a large answer at once. */
export const mostBytesAtOnce = 256_000;

/** What is sent is held about three times: as Postgres sent it, as JSON, and as what goes out. */
const copies = 3;

/** Bounds the memory that large answers take, however many ask for one and however slowly they read it. */
export class BigAnswers {
  private bytes = 0;
  private readonly bytesOf = new Map<string, number>();

  constructor(private readonly cutOffAfterMs = stalledAfterMs) {}

  /**
   * Makes room for an answer until it has gone out; a small one needs none.
   * @param length bytes of it that are held at any moment, in each form.
   * @throws Problem 503 where there is no room. What is larger than all of it is admitted where nothing else is.
   */
  admit(reply: FastifyReply, length: number): void {
    const bytes = copies * length;
    const visitor = addressGroup(reply.request.clientAddress);
    const own = this.bytesOf.get(visitor) ?? 0;
    const fits = (taken: number, most: number) => taken === 0 || taken + bytes <= most;
    if (!fits(this.bytes, mostBytesUnderWay) || !fits(own, mostBytesOfVisitor)) {
      throw unavailable('Too many large answers are under way.', 1);
    }
    // Whoever has gone away meanwhile is sent nothing.
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
