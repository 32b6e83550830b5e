import { z } from 'zod';
import { whyNoAnswer } from './why-no-answer.js';

/** The state of a gateway: nothing listens, another program answers, it is not ready yet, or it is ready. */
export type Standing = { is: 'away' | 'other' | 'starting'; why: string } | { is: 'ready' };

const Readiness = z.object({ status: z.enum(['ready', 'not ready']) });

/** Asks the gateway whether it is ready. @param signal aborts the request; an aborted one counts as away. */
export async function probeGateway(url: string, signal: AbortSignal): Promise<Standing> {
  const asked = new URL('/health/ready', url);
  let status: number;
  let text: string;
  try {
    const answer = await fetch(asked, { signal });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    return { is: 'away', why: whyNoAnswer(error) };
  }
  const found = Readiness.safeParse(parse(text));
  if (found.success)
    return found.data.status === 'ready' ? { is: 'ready' } : { is: 'starting', why: 'it is not ready' };
  // A proxy answers in place of a gateway that is away.
  if (status === 502 || status === 503 || status === 504) return { is: 'starting', why: `it answered ${status}` };
  return { is: 'other', why: `${asked.pathname} was answered with ${status}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
