import { setTimeout as delay } from 'node:timers/promises';

export interface Posting {
  gateways: string[];
  token: string;
  slugs: string[];
  perSecond: number;
  seconds: number;
  /** The beginning of each body, so that no two are alike. */
  of?: string;
}

export interface Posted {
  body: string;
  /** The comment's number, if the answer was 201 or 202. */
  answered: number | undefined;
  /** The status; undefined without an answer. */
  status: number | undefined;
}

/** Posts at a steady rate whatever the answers are, each once, over all gateways and articles in turn. */
export async function postSteadily({
  gateways,
  token,
  slugs,
  perSecond,
  seconds,
  of = 'post',
}: Posting): Promise<Posted[]> {
  const startedAt = performance.now();
  const posts: Promise<Posted>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    await delay(Math.max(0, startedAt + (index * 1_000) / perSecond - performance.now()));
    const url = `${gateways[index % gateways.length]}/api/articles/${slugs[index % slugs.length]}/comments`;
    const body = `${of} ${index}`;
    posts.push(postOnce(url, token, body).then((answer) => ({ body, ...answer })));
  }
  return Promise.all(posts);
}

/** The outcome is unknown if the gateway was killed before it answered. */
async function postOnce(url: string, token: string, body: string): Promise<Omit<Posted, 'body'>> {
  try {
    const { headers, status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Token ${token}` },
      body: JSON.stringify({ comment: { body } }),
      signal: AbortSignal.timeout(10_000),
    });
    const number = /comment-(\d+):1/.exec(headers.get('consistency-token') ?? '')?.[1];
    return { status, answered: status === 201 || status === 202 ? Number(number) : undefined };
  } catch {
    return { status: undefined, answered: undefined };
  }
}
