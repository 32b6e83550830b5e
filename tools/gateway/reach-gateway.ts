import { setTimeout as delay } from 'node:timers/promises';
import { Fault } from '#tools/stack/fault.js';
import { sentence } from '#tools/terminal/sentence.js';
import { quietMs } from './gateway-client.js';
import { probeGateway, type Standing } from './probe-gateway.js';

export interface Reaching {
  url: string;
  /** Whether it is being started. */
  isStarting: () => boolean;
  /** Called once with what is waited for. */
  tell: (line: string) => void;
  /** Milliseconds of the whole wait, and until it is reported. */
  patience?: number;
  quiet?: number;
}

/** Milliseconds. */
export const patienceMs = 60_000;
const pauseMs = 300;

const otherwise = 'Start a copy with npm start, or name another gateway with --url URL.';

/**
 * Waits until the gateway is ready: at most a minute, and only while it is starting or not ready yet. After two seconds the
 * wait is reported.
 * @throws Fault if there is no gateway.
 */
export async function reachGateway({
  url,
  isStarting,
  tell,
  patience = patienceMs,
  quiet = quietMs,
}: Reaching): Promise<void> {
  const begun = Date.now();
  const deadline = AbortSignal.timeout(patience);
  let standing: Standing = { is: 'away', why: 'no answer has come yet' };
  const telling = setTimeout(() => {
    const isOnItsWay = standing.is === 'starting' || isStarting();
    const until = `Waiting up to ${Math.round(patience / 1_000)} s`;
    tell(
      isOnItsWay
        ? sentence`The gateway at ${url} is starting. ${until}.`
        : sentence`The gateway at ${url} has not answered for ${quiet / 1_000} s. ${until}. ${otherwise}`,
    );
  }, quiet);
  try {
    for (;;) {
      standing = await probeGateway(url, deadline);
      if (standing.is === 'ready') return;
      const isHopeless = standing.is === 'other' || (standing.is === 'away' && !isStarting());
      if (isHopeless && !deadline.aborted) throw new Fault(noGateway(url, standing));
      if (deadline.aborted) break;
      await delay(pauseMs);
    }
  } finally {
    clearTimeout(telling);
  }
  const seconds = Math.round((Date.now() - begun) / 1_000);
  throw new Fault(sentence`The gateway at ${url} was not ready after ${seconds} s: ${whyOf(standing)}. ${otherwise}`);
}

const whyOf = (standing: Standing) => ('why' in standing ? standing.why : '');

const noGateway = (url: string, standing: Standing) =>
  standing.is === 'other'
    ? sentence`What answers at ${url} is no gateway of Broadside (${whyOf(standing)}). ${otherwise}`
    : sentence`There is no gateway at ${url}: ${whyOf(standing)}. ${otherwise}`;
