import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreeBlock } from '#tools/stack/ports.js';
import { startSystem } from '#tools/stack/system.js';
import { wideLimits } from '#tools/stack/wide-limits.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { actors, introduceActors } from './actors.js';
import { type FuzzArguments, parseFuzzArguments, usage } from './arguments.js';
import { type ApiDescription, describeFor } from './describe-for.js';
import { installSchemathesis, runSchemathesis } from './schemathesis.js';

const root = join(import.meta.dirname, '..', '..', '..');
/** The share of an actor's time for routes that end its token. */
const endingSeconds = 4;

const count = (passed: number, failed: number, skipped: number) => {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
};

async function fuzz({ seed, seconds }: FuzzArguments): Promise<void> {
  console.log(`seed ${seed}, ${seconds} s`);
  const fuzzer = await installSchemathesis(join(root, '.cache'));
  if ('missing' in fuzzer) {
    console.log(`skipped: ${fuzzer.missing}`);
    return count(0, 0, actors.length);
  }
  const folder = await mkdtemp(join(tmpdir(), 'broadside-fuzz-'));
  await chmod(folder, 0o755);
  const place = { root, dataFolder: join(folder, 'data'), port: await findFreeBlock(), replicas: 1, site: false };
  // Nobody listens there: requests for reset links are taken, and nothing is mailed. Without it they are a 501.
  Object.assign(process.env, {
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'a@b.example',
    SITE_URL: 'http://b.example',
  });
  const system = await startSystem({ ...place, limits: wideLimits, say: (line) => console.log(`  ${line}`) });
  const stop = () => void system.stop().finally(() => process.exit(1));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let passed = 0;
  try {
    const gatewayUrl = system.gatewayUrls[0] ?? '';
    const { tokens, known } = await introduceActors(gatewayUrl, system.admin.path);
    const document = (await (await fetch(`${gatewayUrl}/openapi.json`)).json()) as ApiDescription;
    const parts = describeFor(document, known);
    const share = Math.floor(seconds / actors.length) - endingSeconds;
    for (const actor of actors) {
      let fine = true;
      for (const [part, time] of [
        ['before', share],
        ['ending', endingSeconds],
      ] as const) {
        console.log(`\n── as ${actor}, ${part === 'before' ? 'all routes' : 'what ends the token'}`);
        await writeFile(join(folder, 'openapi.json'), JSON.stringify(parts[part]));
        const ran = { path: fuzzer.path, folder, document: 'openapi.json', gatewayUrl, token: tokens[actor] };
        fine = (await runSchemathesis({ ...ran, seed, seconds: time })) && fine;
      }
      if (fine) passed += 1;
    }
  } finally {
    await system.stop();
    await rm(folder, { recursive: true, force: true });
  }
  count(passed, actors.length - passed, 0);
}

await runTool({ usage, parse: parseFuzzArguments, run: fuzz });
