import { Pool } from 'undici';
import { withTimeout } from '#process/with-timeout.js';

export interface Load {
  /** Kept connections, on each of which the next request follows the answer of the one before. */
  connections: number;
  seconds: number;
}

const answerWithinMs = 10_000;

interface Asked {
  paths: readonly string[];
  headers?: Record<string, string>;
}

/**
 * Asks a server for one path after the other, over and over. @returns milliseconds from question to answer of each, and the
 * seconds of it all @throws Error on any answer but 200
 */
export async function timesInLoop(
  server: string,
  { paths, headers = {} }: Asked,
  { connections, seconds }: Load,
): Promise<{ times: number[]; seconds: number }> {
  const pool = new Pool(server, { connections, pipelining: 1, headersTimeout: answerWithinMs });
  const times: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  let next = 0;
  const ask = async () => {
    while (performance.now() < until) {
      const path = paths[next % paths.length] ?? '/';
      next += 1;
      const askedAt = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      const answer = await body.arrayBuffer();
      if (statusCode !== 200) {
        throw new Error(`${path} of ${server} answered ${statusCode}: ${Buffer.from(answer).toString().slice(0, 500)}`);
      }
      times.push(performance.now() - askedAt);
    }
  };
  try {
    const all = Promise.all(Array.from({ length: connections }, ask));
    await withTimeout(all, seconds * 1_000 + answerWithinMs, `${server} to answer`);
    return { times, seconds: (performance.now() - begun) / 1_000 };
  } finally {
    await pool.destroy();
  }
}

/** Asks for one address again and again. @returns answers a second. @throws Error on any answer but 200. */
export async function closedLoop(url: URL, load: Load, headers: Record<string, string> = {}): Promise<number> {
  const { times, seconds } = await timesInLoop(url.origin, { paths: [url.pathname], headers }, load);
  return times.length / seconds;
}
