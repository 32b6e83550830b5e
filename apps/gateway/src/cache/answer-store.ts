import { getBytes, setBytes } from '#redis/bytes.js';
import type { RedisLink } from '#redis/redis-link.js';
import type { WholeAnswer } from '../answers/whole-answer.js';
import { fromBytes, toBytes } from './answer-bytes.js';

/** Seconds for which an answer is stored. This does not decide whether it is still valid: its version does. */
export const answerKeptSeconds = 30;

/** Bytes of the largest answer that is stored. */
export const maxBytesOfKept = 512_000;

/** Bytes that this process stores within {@link answerKeptSeconds}, so that unusual requests do not fill Redis. */
export const maxBytesKept = 16_000_000;

/** Answers in Redis, for all gateways. While Redis is away, nothing is read or stored. */
export class AnswerStore {
  private bytes = 0;
  private until = 0;

  /** @param now milliseconds of a monotonic clock. */
  constructor(
    private readonly link: RedisLink,
    private readonly maxBytes = maxBytesKept,
    private readonly now: () => number = () => performance.now(),
  ) {}

  async find(key: string): Promise<WholeAnswer | undefined> {
    const bytes = await this.link.ask((redis) => getBytes(redis, key));
    return bytes && fromBytes(bytes);
  }

  /** The caller does not wait for it. */
  keep(key: string, answer: WholeAnswer): void {
    const bytes = toBytes(answer);
    if (!this.hasRoomFor(bytes.length)) return;
    void this.link.ask((redis) => setBytes(redis, key, bytes, answerKeptSeconds));
  }

  close(): void {
    this.link.close();
  }

  private hasRoomFor(length: number): boolean {
    if (length > maxBytesOfKept || !this.link.isUp) return false;
    if (this.now() >= this.until) {
      this.until = this.now() + answerKeptSeconds * 1_000;
      this.bytes = 0;
    }
    if (this.bytes + length > this.maxBytes) return false;
    this.bytes += length;
    return true;
  }
}
