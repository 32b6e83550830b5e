import { join } from 'node:path';
import { loadDemo } from '#tools/demo/load-demo.js';
import { parseStartArguments, usage, type StartArguments } from './arguments.js';
import { Fault } from './fault.js';
import { startSystem, type System } from './system.js';

const say = (line: string) => console.log(`  ${line}`);

function readArguments(): StartArguments {
  try {
    return parseStartArguments(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const args = readArguments();
if (args.help) {
  console.log(usage);
  process.exit(0);
}

const startedAt = Date.now();
const root = join(import.meta.dirname, '..', '..', '..');
let system: System | undefined;
let stopping: Promise<void> | undefined;

const stop = (signal: string) => {
  if (!system || stopping) return;
  say(`${signal}: stopping everything`);
  stopping = system.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
let interrupted: string | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupted = signal;
    stop(signal);
  });
}

try {
  console.log('Broadside');
  system = await startSystem({
    root,
    dataFolder: args.dataFolder,
    port: args.port,
    replicas: args.replicas,
    postgresUrl: process.env['POSTGRES_URL'],
    brokers: process.env['KAFKA_BROKERS']?.split(','),
    say,
  });
  if (interrupted) stop(interrupted);
  else await welcome(system);
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  await system?.stop();
  process.exit(1);
}

async function welcome({ gatewayUrls, admin }: System): Promise<void> {
  const [gatewayUrl = ''] = gatewayUrls;
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  const lively = args.demo ? await loadDemo({ gatewayUrl, admin, say }) : undefined;
  const shown = lively ?? '<slug>';
  console.log(`
Ready in ${seconds} s.

  the site       ${gatewayUrl}/${lively ? `\n  a lively one   ${gatewayUrl}/articles/${lively}` : ''}
  the API        ${gatewayUrl}/docs
  a thread       curl ${gatewayUrl}/api/articles/${shown}/comments
  the admin      ${admin.email}, password in ${admin.path}${admin.isNew ? ` (${admin.password})` : ''}
  the data       ${join(admin.path, '..')}

Ctrl-C stops everything.`);
}
