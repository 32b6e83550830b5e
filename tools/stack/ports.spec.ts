import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { checkPorts } from './check-ports.js';
import { blockSize, findFreeBlock, managementPort, portsAround, portsFrom, replicaOffset, whyNot } from './ports.js';

test('no port of a block, with its second copies, is used twice', () => {
  const { postgres, kafka, kafkaController, redis, ...services } = portsFrom(3000);
  const firsts = Object.values(services);
  const all = [postgres, kafka, kafkaController, redis, ...firsts, ...firsts.map((port) => port + replicaOffset)];
  expect(new Set(all)).toHaveProperty('size', all.length);
  expect(Math.max(...all)).toBeLessThan(3040);
});

test('a block that was found is given to nobody else, and nothing of a copy stands where that is known by', async () => {
  const first = await findFreeBlock();
  const taken = Array.from({ length: blockSize }, (_, index) => first + index);
  const found = (await Promise.all(taken.map(whyNot))).map((reason, index) => (reason ? index : -1));
  const [claim = -1, ...others] = found.filter((index) => index >= 0);
  expect([claim >= 0, others]).toEqual([true, []]);
  const { postgres, kafka, kafkaController, redis, ...services } = portsFrom(first);
  const ofServices = Object.values(services).flatMap((port) => [port, managementPort(port)]);
  const ofReplicas = ofServices.map((port) => port + replicaOffset);
  expect([postgres, kafka, kafkaController, redis, ...ofServices, ...ofReplicas]).not.toContain(first + claim);
});

test('the site has the first port, and a gateway’s tells those of its copy', () => {
  const ports = portsFrom(3000);
  expect(ports.web).toBe(3000);
  expect(portsAround(`http://127.0.0.1:${ports.gateway}`)).toEqual(ports);
});

test('a taken port is named, with what it is for and what to do', async () => {
  const first = await findFreeBlock();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first + 2, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await whyNot(port)).toBe('EADDRINUSE');
  await expect(checkPorts({ port: first, replicas: 1 })).rejects.toThrow(
    new RegExp(`Port ${port}, for the comments, is taken.*PORT=${first + 100} npm start`),
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(checkPorts({ port: first, replicas: 2 })).resolves.toBeUndefined();
});

test.each([
  [6000, 'the site'],
  [5986, 'the gateway'],
])('a block from %i is refused: browsers and fetch do not ask %s there', async (port, name) => {
  await expect(checkPorts({ port, replicas: 1 })).rejects.toThrow(
    new RegExp(`^Port 6000, for ${name}, is one that browsers and fetch refuse.*PORT=${port + 100} npm start.*--port`),
  );
});

test('the port of the site is not needed without it', async () => {
  const first = await findFreeBlock();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first, '127.0.0.1', resolve));
  await expect(checkPorts({ port: first, replicas: 1 })).rejects.toThrow(`Port ${first}, for the site, is taken`);
  await expect(checkPorts({ port: first, replicas: 1, site: false })).resolves.toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
});

test('the ports of external servers are not needed', async () => {
  const first = await findFreeBlock();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first + 11, '127.0.0.1', resolve));
  await expect(checkPorts({ port: first, replicas: 1 })).rejects.toThrow('for Kafka,');
  await expect(checkPorts({ port: first, replicas: 1, brokers: ['k:9092'] })).resolves.toBeUndefined();
  await new Promise((resolve) => server.close(resolve));
});
