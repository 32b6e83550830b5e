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
  lint: ['eslint', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};
const projects = { spec: 2 * minutes, int: 10 * minutes, e2e: 20 * minutes };

/** Resolves to whether the command ended well within its time; `hear` is given what it says, piece by piece. */
function run(command, args, timeout, hear) {
  const child = spawn(bin(command), args, {
    cwd: root,
    stdio: hear ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
    timeout,
  });
  for (const stream of hear ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', hear);
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

/** Says what it found when it is through: the checks run beside each other. */
async function check(name, [command, ...args]) {
  const said = [];
  const fine = await run(command, args, 5 * minutes, (piece) => said.push(piece));
  console.log(`\n── ${name}\n${said.join('').trimEnd()}`);
  total[fine ? 'passed' : 'failed'] += 1;
  if (!fine) console.log(`${name}: failed`);
}

async function test(project, timeout) {
  console.log(`\n── ${project} tests`);
  const outputFile = join(results, `${project}.json`);
  const args = ['--selectProjects', project, '--json', '--outputFile', outputFile];
  const fine = await run('jest', project === 'spec' ? args : [...args, '--runInBand'], timeout);
  const counts = readCounts(outputFile);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  // Jest can fail without a failed test: a file that does not load, a set-up that breaks, a run that takes too long.
  if (!fine && counts.failed === 0) total.failed += 1;
}

function readCounts(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

try {
  await buildIfStale();
  console.log(`── ${Object.keys(checks).join(', ')}: up to a minute`);
  await Promise.all(Object.entries(checks).map(([name, command]) => check(name, command)));
  for (const [project, timeout] of Object.entries(projects)) await test(project, timeout);
} finally {
  rmSync(results, { recursive: true, force: true });
}
if (total.skipped > 0)
  console.log(`\n${total.skipped} skipped: the data they read, or Redis, is not on this machine (see CONTRIBUTING.md)`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
