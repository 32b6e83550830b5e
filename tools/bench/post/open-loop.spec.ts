import { beforeEach, describe, expect, it } from '@jest/globals';
import { openLoop, type Clock } from './open-loop.js';

/** Time that passes only while everybody waits, to when the first of them goes on. */
class StillClock implements Clock {
  private time = 0;
  private waiting: { until: number; resolve: () => void }[] = [];

  now(): number {
    return this.time;
  }

  pass(ms: number): void {
    this.time += ms;
  }

  delay(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push({ until: this.time + ms, resolve });
    setImmediate(() => this.wakeFirst());
    return promise;
  }

  private wakeFirst(): void {
    const [first, ...others] = this.waiting.toSorted((one, other) => one.until - other.until);
    if (!first) return;
    this.waiting = others;
    this.time = Math.max(this.time, first.until);
    first.resolve();
  }
}

let clock: StillClock;
beforeEach(() => void (clock = new StillClock()));

describe('the open loop', () => {
  it('goes on sending while answers are late', async () => {
    let most = 0;
    let open = 0;
    const answerLate = async () => {
      most = Math.max(most, (open += 1));
      await clock.delay(95);
      open -= 1;
      return true;
    };
    const latencies = await openLoop({ perSecond: 100, seconds: 0.2 }, answerLate, clock);
    expect(latencies).toEqual(Array.from({ length: 20 }, () => 95));
    expect(most).toBe(10);
  });

  it('counts from when a request was due, not from when it could be sent', async () => {
    const block = () => {
      clock.pass(60);
      return Promise.resolve(true);
    };
    const [, second] = await openLoop({ perSecond: 100, seconds: 0.02 }, block, clock);
    expect(second).toBe(110);
  });

  it('waits without end for what fails', async () => {
    const failFirst = (n: number) => Promise.resolve(n === 1);
    expect(await openLoop({ perSecond: 100, seconds: 0.02 }, failFirst, clock)).toEqual([Infinity, 0]);
  });

  it('fails as its first failure does', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    await expect(openLoop({ perSecond: 100, seconds: 0.02 }, refuse, clock)).rejects.toThrow('refused');
  });

  it('keeps the pace of the real clock', async () => {
    const begun = performance.now();
    const latencies = await openLoop({ perSecond: 100, seconds: 0.05 }, () => Promise.resolve(true));
    expect(latencies).toHaveLength(5);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(39);
  });
});
