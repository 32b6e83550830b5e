import { canonicalDump, digestOf } from '#read-models/canonical-dump.js';
import { inDatabase } from '#tools/stack/in-database.js';
import { brokersOf, postgresOf } from '#tools/stack/running-copy.js';
import { jsonLine } from '#tools/terminal/printable.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say, sayExactly } from '#tools/terminal/say.js';
import { Lines } from '#tools/terminal/sentence.js';
import type { Pool } from 'pg';
import { parseProjectionsArguments, usage, type ProjectionsArguments } from './arguments.js';
import { measureSet } from './measure-set.js';
import { projectionSetsWith, readModelsOf } from './projection-sets.js';
import { rebuild } from './rebuild.js';
import { statusText } from './status-text.js';

async function printStatus(args: ProjectionsArguments): Promise<void> {
  const [server, brokers] = [postgresOf(args), brokersOf(args)];
  const sets = await Promise.all(projectionSetsWith(args.readSet).map((set) => measureSet(server, brokers, set)));
  say`${new Lines(args.json ? sets.map(jsonLine).join('\n') : statusText(sets))}`;
}

const withReadModels = <Result>(args: ProjectionsArguments, work: (pool: Pool) => Promise<Result>) => {
  const { database, schema } = readModelsOf(args.readSet);
  return inDatabase(postgresOf(args), database, work, schema);
};

/** All tables in one snapshot. */
const dump = (args: ProjectionsArguments) =>
  withReadModels(args, async (pool) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await canonicalDump(client);
    } finally {
      client.release(true);
    }
  });

async function run(args: ProjectionsArguments): Promise<void> {
  switch (args.action) {
    case 'status':
      return printStatus(args);
    case 'dump':
      for (const line of await dump(args)) sayExactly(line);
      return;
    case 'digest':
      return say`${digestOf(await dump(args))}`;
    case 'rebuild': {
      const { set, stallSeconds } = args;
      const [server, brokers] = [postgresOf(args), brokersOf(args)];
      await inDatabase(server, set.database, (pool) =>
        rebuild({ set, pool, brokers, stallSeconds, say: (line) => say`${line}` }),
      );
    }
  }
}

await runTool({ usage, parse: parseProjectionsArguments, run });
