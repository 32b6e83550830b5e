import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { GatewayClient, quietMs } from './gateway-client.js';
import { reachGateway } from './reach-gateway.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Listens on the port, or any free one. @returns the address. */
async function listen(answer: RequestListener, port = 0): Promise<string> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

/** What was printed during the wait, its result, and the milliseconds it took. */
async function reach(url: string, { isStarting = false, patience = 60_000, quiet = 200 } = {}) {
  const begun = performance.now();
  const told: string[] = [];
  const tell = (line: string) => void told.push(line);
  const end = await reachGateway({ url, isStarting: () => isStarting, tell, patience, quiet }).then(
    () => 'reached',
    (error: Error) => error.message,
  );
  return { told, end, ms: performance.now() - begun };
}

const ready: RequestListener = (_, reply) => void reply.end('{"status":"ready","checks":{}}');

describe('without a gateway', () => {
  test('nothing listens: reported at once, with what to do', async () => {
    const url = await listen(ready);
    await new Promise((resolve) => server?.close(resolve));
    const { end, ms } = await reach(url);
    expect(end).toBe(
      `There is no gateway at ${url}: nothing listens there. Start a copy with npm start, or name another gateway with --url URL.`,
    );
    expect(ms).toBeLessThan(2_000);
  });

  test('the program that answers does not speak HTTP', async () => {
    const url = await listen(ready);
    server?.prependListener('connection', (socket: Socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    expect((await reach(url)).end).toContain('what answers there does not speak HTTP');
    expect((await reach(url.replace('http:', 'https:'))).end).toContain('does not speak TLS, as https wants');
  });

  test('another program answers: reported at once, and the password is not sent there', async () => {
    const asked: string[] = [];
    const url = await listen(({ url: path = '' }, reply) => {
      asked.push(path);
      reply.end('<html>Welcome</html>');
    });
    const { end } = await reach(url);
    expect(end).toContain(`What answers at ${url} is no gateway of Broadside (/health/ready was answered with 200).`);
    expect(asked).toEqual(['/health/ready']);
  });

  test('a host that does not answer: reported soon, and given up at the limit', async () => {
    const url = await listen(() => undefined);
    const { told, end } = await reach(url, { patience: 1_000 });
    expect(told).toEqual([
      `The gateway at ${url} has not answered for 0.2 s. Waiting up to 1 s. Start a copy with npm start, or name another gateway with --url URL.`,
    ]);
    expect(quietMs).toBeLessThanOrEqual(2_000);
    expect(end).toMatch(/was not ready after \d s: no answer came in time\. Start a copy/);
  });
});

describe('a gateway that is starting', () => {
  test('is waited for, and the wait reported, from before it listens until it is ready', async () => {
    const first = await listen(ready);
    await new Promise((resolve) => server?.close(resolve));
    const begun = performance.now();
    const reaching = reach(first, { isStarting: true });
    const later: RequestListener = (request, reply) => {
      if (performance.now() - begun > 600) return ready(request, reply);
      reply.statusCode = 503;
      reply.end('{"status":"not ready","checks":{}}');
    };
    await listen(later, Number(new URL(first).port));
    const { told, end } = await reaching;
    expect(told).toEqual([`The gateway at ${first} is starting. Waiting up to 60 s.`]);
    expect(end).toBe('reached');
  });

  test('that is ready is reached without a message', async () => {
    expect(await reach(await listen(ready))).toMatchObject({ told: [], end: 'reached' });
  });
});

describe('a request', () => {
  test('that has no answer for a while is reported once, with the reason', async () => {
    let asked = 0;
    const url = await listen((_, reply) => {
      asked += 1;
      reply.statusCode = asked < 7 ? 503 : 200;
      reply.end(asked < 7 ? 'Bad gateway' : '{"well":true}');
    });
    const told: string[] = [];
    const client = new GatewayClient(url, (why) => told.push(why), 200);
    const answers = await Promise.all([client.get('/api/articles'), client.get('/api/articles')]);
    expect(answers.map(({ body }) => body)).toEqual([{ well: true }, { well: true }]);
    expect(told).toEqual(['the gateway answered 503: Bad gateway']);
  });

  test('that is refused is reported in a sentence, whatever the answer contains', async () => {
    const problem = {
      detail: 'Some fields\n\u009b cannot be taken.',
      errors: { name: ['is too long', 'is odd'], id: 'x' },
    };
    const answers = ['null', '5', '<h1>No</h1>', JSON.stringify(problem)];
    const url = await listen((_, reply) => {
      reply.statusCode = 422;
      reply.end(answers.shift());
    });
    const said = async () => new GatewayClient(url).get('/').catch((error: Error) => error.message);
    expect([await said(), await said(), await said(), await said()]).toEqual([
      'the gateway answered 422: null',
      'the gateway answered 422: 5',
      'the gateway answered 422: <h1>No</h1>',
      'the gateway answered 422: Some fields\\u{a}\\u{9b} cannot be taken. name is too long, is odd; id x',
    ]);
  });
});
