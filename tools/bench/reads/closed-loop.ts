import { Pool } from 'undici';
import { withTimeout } from '#process/with-timeout.js';

export interface Load {
  /** Kept connections, on each of which the next request follows the answer of the one before. */
  connections: number;
  seconds: number;
}

const connectWithinMs = 10_000;

/** Asks for one address again and again. @returns answers a second. @throws Error on any answer but 200. */
export async function closedLoop(
  url: URL,
  { connections, seconds }: Load,
  headers: Record<string, string> = {},
): Promise<number> {
  const pool = new Pool(url.origin, { connections, pipelining: 1, headersTimeout: connectWithinMs });
  let answers = 0;
  const begun = performance.now();
  const until = begun + seconds * 1_000;
  const ask = async () => {
    while (performance.now() < until) {
      const { statusCode, body } = await pool.request({ method: 'GET', path: url.pathname, headers });
      await body.arrayBuffer();
      if (statusCode !== 200) throw new Error(`${url.href} answered ${statusCode}`);
      answers += 1;
    }
  };
  try {
    const all = Promise.all(Array.from({ length: connections }, ask));
    await withTimeout(all, seconds * 1_000 + connectWithinMs, `${url.href} to answer`);
    return answers / ((performance.now() - begun) / 1_000);
  } finally {
    await pool.destroy();
  }
}
