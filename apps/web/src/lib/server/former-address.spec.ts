import { expect, test } from '@jest/globals';
import { orWhereItStandsNow } from './former-address.js';
import { GatewayAway, Refusal } from './gateway.js';

const known = new Map([
  ['/2019/04/ferries/', 'ferries'],
  ['/?p=7', 'ferries'],
  ['/articles/gone', 'gone'],
  ['/hostile', '//evil.example'],
]);

interface Asking {
  path?: string;
  route?: string | null;
  method?: string;
  status?: number;
  away?: Error;
}

/** What comes of asking for a path that has no page, and what the gateway was asked. */
async function ask({ path = '/2019/04/ferries/', route = null, method = 'GET', status = 404, away }: Asking) {
  const asked: string[] = [];
  const url = new URL(path, 'https://site.example');
  const locals = {
    ask: (address: string) => {
      const wanted = new URL(address, 'http://gateway.example').searchParams.get('address') ?? '';
      asked.push(wanted);
      const slug = known.get(wanted);
      if (away !== undefined || slug === undefined) return Promise.reject(away ?? new Refusal(404, {}));
      return Promise.resolve({ body: { article: { slug } } });
    },
  };
  const event = { url, route: { id: route }, request: new Request(url, { method }), locals };
  const answer = await orWhereItStandsNow(event as never, () => Promise.resolve(new Response('shown', { status })));
  return { asked, status: answer.status, location: answer.headers.get('location') };
}

const shown = (status: number, asked: string[] = []) => ({ asked, status, location: null });
const moved = (location: string) => expect.objectContaining({ status: 301, location });

test('an address of the site before leads to the article', async () => {
  expect(await ask({})).toEqual(moved('/articles/ferries'));
  expect(await ask({ method: 'HEAD' })).toEqual(moved('/articles/ferries'));
  expect(await ask({ path: '/?p=7', route: '/', status: 200 })).toEqual(moved('/articles/ferries'));
});

test('what has a page here is shown, and the gateway is not asked', async () => {
  expect(await ask({ route: '/sign-in', status: 200 })).toEqual(shown(200));
  expect(await ask({ status: 410 })).toEqual(shown(410));
  expect(await ask({ path: '/', route: '/', status: 200 })).toEqual(shown(200));
  expect(await ask({ method: 'POST' })).toEqual(shown(404));
});

test('the front page is shown where no post has the number', async () => {
  expect(await ask({ path: '/?p=8', route: '/', status: 200 })).toEqual(shown(200, ['/?p=8']));
});

test('nobody is led to another site, nor round in a circle', async () => {
  expect(await ask({ path: '/hostile' })).toEqual(moved('/articles/%2F%2Fevil.example'));
  const circle = await ask({ path: '/articles/gone', route: '/articles/[slug]' });
  expect(circle).toEqual(shown(404, ['/articles/gone']));
});

test('while the gateway is away what was to be shown is shown', async () => {
  expect(await ask({ away: new GatewayAway('away') })).toEqual(shown(404, ['/2019/04/ferries/']));
});
