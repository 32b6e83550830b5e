import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';

const root = join(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const results = mkdtempSync(join(tmpdir(), 'broadside-tests-'));
const minutes = 60_000;
const total = { passed: 0, failed: 0, skipped: 0 };

const checks = {
  types: ['tsc', '--noEmit', '-p', '.'],
  'types of the site': ['svelte-check', '--workspace', 'apps/web', '--output', 'human'],
  lint: ['eslint', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};
const browserTests = 'test/browser/';
/** Needs all three servers in containers: it pauses them and cuts them off. */
const faultsInContainers = 'test/faults/paused-or-cut-off.int-spec.ts';
/** One for Postgres, one for Kafka, one for Redis: they show that the containers behave like the native servers. */
const alsoInContainers = [
  'libs/event-store/src/postgres-event-store.int-spec.ts',
  'libs/projection/src/measure-lag.int-spec.ts',
  'apps/gateway/src/limits/redis-tallies.int-spec.ts',
];

/** Resolves to whether the command succeeded in time; `hear` gets its output, piece by piece. */
function run(command, args, timeout, { receive, env } = {}) {
  const child = spawn(bin(command), args, {
    cwd: root,
    stdio: receive ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings', ...env },
    timeout,
  });
  for (const stream of receive ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', receive);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

const begun = performance.now();
const sinceSeconds = (from) => Math.round((performance.now() - from) / 1_000);

/** Prints its results when it has ended, because the checks run in parallel. */
async function check(name, [command, ...args]) {
  const said = [];
  const from = performance.now();
  const fine = await run(command, args, 10 * minutes, { receive: (piece) => said.push(piece) });
  console.log(`\n── ${name}, ${sinceSeconds(from)} s\n${said.join('').trimEnd()}`);
  total[fine ? 'passed' : 'failed'] += 1;
  if (!fine) console.log(`${name}: failed`);
}

/** @param held whether its output is kept until it has ended, because other tests run at the same time. */
async function test(project, timeout, { name = project, more = [], env, held = false } = {}) {
  const said = [`\n── ${name} tests\n`];
  const from = performance.now();
  if (!held) console.log(said.pop());
  const outputFile = join(results, `${name}.json`);
  const args = ['--selectProjects', project, '--json', '--outputFile', outputFile, ...more];
  const receive = held ? (piece) => said.push(piece) : undefined;
  const fine = await run('jest', project === 'spec' ? args : [...args, '--runInBand'], timeout, { env, receive });
  if (held) console.log(said.join('').trimEnd());
  console.log(`── ${name} tests ended: ${sinceSeconds(from)} s, of ${sinceSeconds(begun)} s in all`);
  const counts = readCounts(outputFile);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  // Jest can fail without a failed test: a file does not load, a set-up breaks, a run takes too long.
  if (!fine && counts.failed === 0) total.failed += 1;
}

/** The tests that have a system of their own, apart from the servers of the int tests. */
async function testBesides(whyNot) {
  await test('e2e', 25 * minutes, { name: 'browser', more: ['--testPathPatterns', browserTests], held: true });
  await testInContainers(whyNot);
}

/** @param whyNot why nothing can run in containers, if so. */
async function testInContainers(whyNot) {
  if (whyNot !== undefined) {
    console.log(`\n── container tests\nskipped: ${whyNot}`);
    // The fault tests were counted as skipped with the others of their kind.
    total.skipped += alsoInContainers.length + 1;
    return;
  }
  const more = ['--runTestsByPath', faultsInContainers, ...alsoInContainers];
  await test('int', 10 * minutes, { name: 'container', more, held: true, env: { TEST_SERVICES: 'containers' } });
  await test('containers', 15 * minutes, { name: 'compose', held: true });
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Builds the images' layers while the checks without servers run: the compose tests need them later. */
function buildImages() {
  const child = spawn('docker', ['compose', '--profile', 'tools', 'build', '--quiet'], {
    cwd: root,
    stdio: 'ignore',
    timeout: 10 * minutes,
  });
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
}

try {
  await buildIfStale();
  const { whyNoContainers } = await import('../dist/libs/testing/src/containers/why-no-containers.js');
  const whyNot = await whyNoContainers();
  const images = whyNot === undefined && buildImages();
  console.log(`── ${Object.keys(checks).join(', ')}: up to a minute`);
  await Promise.all(Object.entries(checks).map(([name, command]) => check(name, command)));
  await test('spec', 8 * minutes);
  await images;
  // Neither needs both processors for itself, and neither measures a time that the other could spoil; the end-to-end tests do.
  const more = whyNot === undefined ? ['--testPathIgnorePatterns', faultsInContainers] : [];
  console.log('\n── int tests; and at the same time, told at their end, browser, container and compose tests');
  await Promise.all([test('int', 30 * minutes, { more }), testBesides(whyNot)]);
  await test('e2e', 30 * minutes, { more: ['--testPathIgnorePatterns', browserTests] });
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (total.skipped > 0)
  console.log(`\n${total.skipped} skipped: what they need is not on this machine (see CONTRIBUTING.md)`);
console.log(`${total.passed} passed, ${total.failed} failed`);
// Exits at once: a pending request to an engine that never answers would keep this process.
process.exit(total.failed === 0 ? 0 : 1);
