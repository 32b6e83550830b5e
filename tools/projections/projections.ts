import { canonicalDump, digestOf } from '#read-models/canonical-dump.js';
import { inDatabase } from '#tools/stack/in-database.js';
import { brokersOf, postgresOf } from '#tools/stack/running-copy.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { parseProjectionsArguments, usage, type ProjectionsArguments } from './arguments.js';
import { measureSet } from './measure-set.js';
import { projectionSets, readModels } from './projection-sets.js';
import { rebuild } from './rebuild.js';
import { statusText } from './status-text.js';

async function printStatus(args: ProjectionsArguments): Promise<void> {
  const [server, brokers] = [postgresOf(args), brokersOf(args)];
  const sets = await Promise.all(projectionSets.map((set) => measureSet(server, brokers, set)));
  console.log(args.json ? sets.map((set) => JSON.stringify(set)).join('\n') : statusText(sets));
}

/** All tables as of one moment. */
const dump = (args: ProjectionsArguments) =>
  inDatabase(postgresOf(args), readModels.database, async (pool) => {
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
      for (const line of await dump(args)) console.log(line);
      return;
    case 'digest':
      return console.log(digestOf(await dump(args)));
    case 'rebuild': {
      const { set, stallSeconds } = args;
      const [server, brokers] = [postgresOf(args), brokersOf(args)];
      await inDatabase(server, set.database, (pool) =>
        rebuild({ set, pool, brokers, stallSeconds, say: (line) => console.log(line) }),
      );
    }
  }
}

await runTool({ usage, parse: parseProjectionsArguments, run });
