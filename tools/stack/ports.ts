import { createServer } from 'node:net';

/** The ports of one copy: a block that begins at the gateway's. */
export interface Ports {
  gateway: number;
  articles: number;
  comments: number;
  users: number;
  projector: number;
  postgres: number;
  kafka: number;
  kafkaController: number;
}

/** How far the second copies of the services are from the first. */
export const replicaOffset = 20;
export const blockSize = 40;

export function portsFrom(first: number): Ports {
  return {
    gateway: first,
    articles: first + 1,
    comments: first + 2,
    users: first + 3,
    projector: first + 4,
    postgres: first + 10,
    kafka: first + 11,
    kafkaController: first + 12,
  };
}

/** Whether nothing listens on the port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  return promise;
}

/** The first port of a block of which all are free, for tests. @throws Error when none is. */
export async function findFreeBlock(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const first = 20_000 + Math.floor(Math.random() * 300) * blockSize;
    const ports = Array.from({ length: blockSize }, (_, index) => first + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error('no free block of ports was found');
}
