import { Pool } from 'undici';
import { withTimeout } from '#process/with-timeout.js';
import { percentile } from '../statistics.js';

/** Milliseconds of an answer. */
export interface Latency {
  p50: number;
  p99: number;
  answers: number;
}

const answerWithinMs = 10_000;

/**
 * Asks a server for one path after the other, over and over, on a few connections. @returns milliseconds from question to
 * answer @throws Error on any answer but 200
 */
export async function latencies(
  server: string,
  paths: readonly string[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Latency> {
  const pool = new Pool(server, { connections, pipelining: 1, headersTimeout: answerWithinMs });
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  let next = 0;
  const ask = async () => {
    while (performance.now() < until) {
      const path = paths[(next += 1) % paths.length] ?? '/';
      const begun = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', path });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text.slice(0, 500)}`);
      times.push(performance.now() - begun);
    }
  };
  try {
    const all = Promise.all(Array.from({ length: connections }, ask));
    await withTimeout(all, seconds * 1_000 + answerWithinMs, `${server} to answer`);
    return { p50: percentile(times, 50), p99: percentile(times, 99), answers: times.length };
  } finally {
    await pool.destroy();
  }
}
