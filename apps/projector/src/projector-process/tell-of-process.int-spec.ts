import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { pino } from 'pino';
import { readProjectorProcesses } from '#read-models/projector-process/read-projector-processes.js';
import { saveProjectorProcess } from '#read-models/projector-process/save-projector-process.js';
import { eventually } from '#testing/eventually.js';
import type { TestDatabase } from '#testing/postgres.js';
import { createReadModels } from '#testing/read-models.js';
import { tellOfProcess } from './tell-of-process.js';

let database: TestDatabase;
beforeAll(async () => (database = await createReadModels()));
afterAll(() => database.drop());

const hosts = async () => (await readProjectorProcesses(database.pool)).map(({ host }) => host).sort();
const killed = (host: string) =>
  saveProjectorProcess(database.pool, {
    ...{ processId: randomUUID(), host, version: '0.1.0', ready: true, checks: {}, lag: 0 },
  });

test('a process that ends is forgotten; a killed one too, once another is there in its place', async () => {
  const { pool } = database;
  await killed('gone.example');
  await killed(hostname());
  const telling = tellOfProcess({
    ...{ pool, log: pino({ level: 'silent' }), projector: { described: { lag: 3 } as never } },
    health: { readiness: () => Promise.resolve({ ready: true, checks: {} }) },
  });
  telling.start();
  await eventually(async () => (await hosts()).length === 3, { what: 'the process to tell' });
  await pool.query(`UPDATE projector_process SET seen_at = now() - interval '31 seconds' WHERE lag = 0`);
  await killed('here.example');
  expect(await hosts()).toEqual([hostname(), hostname(), 'gone.example', 'here.example'].sort());
  await killed(hostname());
  expect((await readProjectorProcesses(pool)).filter(({ host }) => host === hostname())).toHaveLength(2);
  await telling.stop();
  expect((await readProjectorProcesses(pool)).filter(({ lag }) => lag === 3)).toEqual([]);
});
