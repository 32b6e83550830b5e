import { join } from 'node:path';
import { loadDemo } from '#tools/demo/load-demo.js';
import { parseStartArguments, usage, type StartArguments } from './arguments.js';
import { Fault } from './fault.js';
import { startSystem, type System } from './system.js';
import { welcome } from './welcome.js';

const startedAt = Date.now();
const root = join(import.meta.dirname, '..', '..', '..');
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

const told = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    // A second signal: exit at once. The processes end with this one.
    if (told.signal.aborted) process.exit(1);
    say(`${name}: stopping everything`);
    told.abort(new Error(`stopped by ${name}`));
  });
}

let system: System | undefined;
try {
  console.log('Broadside');
  const { signal } = told;
  system = await startSystem({ ...args, root, say, signal });
  const readyAfterMs = Date.now() - startedAt;
  const [gatewayUrl = ''] = system.gatewayUrls;
  const load = args.demo ? loadDemo({ gatewayUrl, admin: system.admin, say }) : Promise.resolve(undefined);
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve());
  });
  const lively = await Promise.race([load, stopped]);
  if (!signal.aborted) console.log(welcome({ system, lively: lively ?? undefined, readyAfterMs }));
  if (!signal.aborted) await stopped;
  await system.stop();
  process.exit(0);
} catch (error) {
  if (!told.signal.aborted) console.error(error instanceof Fault ? error.message : error);
  await system?.stop();
  process.exit(told.signal.aborted ? 0 : 1);
}
