import { createServer, type Server } from 'node:net';

/** The ports of one copy: a block that begins at the site's. */
export interface Ports {
  web: number;
  articles: number;
  comments: number;
  users: number;
  projector: number;
  gateway: number;
  postgres: number;
  kafka: number;
  kafkaController: number;
  redis: number;
}

/** Distance between the ports of a service's first and second copy. */
export const replicaOffset = 20;
export const blockSize = 40;
const gatewayOffset = 14;

/** A service's management port, by its public port. */
export const managementPort = (port: number): number => port + 5;

export function portsFrom(first: number): Ports {
  return {
    web: first,
    articles: first + 1,
    comments: first + 2,
    users: first + 3,
    projector: first + 4,
    postgres: first + 10,
    kafka: first + 11,
    kafkaController: first + 12,
    redis: first + 13,
    gateway: first + gatewayOffset,
  };
}

/** The ports of the copy that a gateway belongs to. @param gatewayUrl of its first replica. */
export const portsAround = (gatewayUrl: string): Ports => portsFrom(Number(new URL(gatewayUrl).port) - gatewayOffset);

/** A server at the port, which keeps no process alive; undefined if the port is taken. */
function claimed(port: number): Promise<Server | undefined> {
  const { promise, resolve } = Promise.withResolvers<Server | undefined>();
  const server = createServer().unref();
  server.once('error', () => resolve(undefined));
  server.listen(port, '127.0.0.1', () => resolve(server));
  return promise;
}

/** Why the port of 127.0.0.1 is not available (`EADDRINUSE`, `EACCES`); undefined if it is. */
export async function whyNot(port: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  return promise;
}

/** Of a block: nothing of a copy listens there. Whoever took the block for a test does, until it ends. */
const claimOffset = 38;

/**
 * The first port of a free block, for tests: no other process is given it while this one lives.
 * @throws Error if there is none.
 */
export async function findFreeBlock(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(Math.random() * 300) * blockSize;
    const claim = await claimed(first + claimOffset);
    if (claim === undefined) continue;
    const others = Array.from({ length: blockSize }, (_, index) => first + index).filter(
      (port) => port !== first + claimOffset,
    );
    if ((await Promise.all(others.map(whyNot))).every((reason) => reason === undefined)) return first;
    claim.close();
  }
  throw new Error('no free block of ports was found');
}
