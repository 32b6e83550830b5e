import { describe, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { openLoop } from './open-loop.js';

describe('the open loop', () => {
  it('goes on sending while answers are late', async () => {
    let most = 0;
    let open = 0;
    const latencies = await openLoop({ perSecond: 100, seconds: 0.2 }, async () => {
      most = Math.max(most, (open += 1));
      await delay(100);
      open -= 1;
      return true;
    });
    expect(latencies).toHaveLength(20);
    expect(most).toBeGreaterThan(5);
  });

  it('counts from when a request was due, not from when it could be sent', async () => {
    const block = () => {
      for (const until = performance.now() + 60; performance.now() < until;);
      return Promise.resolve(true);
    };
    const [, second = 0] = await openLoop({ perSecond: 100, seconds: 0.02 }, block);
    expect(second).toBeGreaterThan(100);
  });

  it('waits without end for what fails', async () => {
    const latencies = await openLoop({ perSecond: 100, seconds: 0.02 }, (n) => Promise.resolve(n === 1));
    expect(latencies[0]).toBe(Infinity);
    expect(latencies[1]).toBeLessThan(100);
  });

  it('fails as its first failure does', async () => {
    const refuse = () => Promise.reject(new Error('refused'));
    await expect(openLoop({ perSecond: 100, seconds: 0.02 }, refuse)).rejects.toThrow('refused');
  });
});
