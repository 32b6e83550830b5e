import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { underLock } from './under-lock.mjs';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const svelteKit = join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** What is compiled apart: its sources, the file whose age tells when it was last built, and what else is made with it. */
const parts = [
  {
    stamp: join(root, 'dist', '.built'),
    also: [],
    sources: ['{apps,libs,tools,test}/**/*.ts', 'nest-cli.json', '.swcrc', 'tsconfig.json'],
    without: isOfSite,
    build: buildServices,
  },
  {
    stamp: join(root, 'dist', '.built-site'),
    // npm takes it away when it installs.
    also: [join(root, 'apps', 'web', 'node_modules', '$app')],
    sources: ['apps/web/{src,static}/**/*', 'apps/web/*.{ts,json}', 'package-lock.json'],
    without: () => false,
    build: buildSite,
  },
];

/** Compiles everything, unless no source has changed since the last build. A lock serialises copies that start at once. */
export async function buildIfStale() {
  process.chdir(root);
  checkSurroundings();
  if (!isStale()) return;
  try {
    await underLock(join(root, '.cache', 'build.lock'), () => isStale() && build());
  } catch (error) {
    fail(`The build in dist/ is older than the sources and cannot be renewed: ${error.message}`);
  }
}

function checkSurroundings() {
  if (!fs.existsSync(nest)) fail('The dependencies are missing. Install them with: npm ci');
  const [major] = process.versions.node.split('.');
  if (Number(major) < 24)
    fail(`This is Node ${major}. Use npm (npm start, npm run …), which takes the project's own Node.`);
}

/** Sources of the site's pages, which Vite compiles. */
function isOfSite(file) {
  return /^apps.web.(?!server)/.test(file);
}

function isStale({ stamp, also, sources, without } = {}) {
  if (stamp === undefined) return parts.some(isStale);
  if (![stamp, ...also].every(fs.existsSync)) return true;
  const builtAt = fs.statSync(stamp).mtimeMs;
  return fs.globSync(sources).some((file) => !without(file) && fs.statSync(file).mtimeMs >= builtAt);
}

async function build() {
  const building = parts.filter(isStale).map(async ({ stamp, build: buildPart }) => {
    const startedAt = new Date();
    await buildPart();
    fs.writeFileSync(stamp, '');
    fs.utimesSync(stamp, startedAt, startedAt);
  });
  for (const { reason } of await Promise.allSettled(building)) {
    if (reason !== undefined) fail(`The build failed:\n${reason.stdout ?? ''}${reason.stderr ?? reason.stack}`);
  }
}

/** Overwrites files in place: a running copy may restart a service at any time. */
async function buildServices() {
  await run(process.execPath, [nest, 'build', '--all'], { cwd: root });
  for (const output of fs.globSync('dist/**/*.js')) {
    if (output.startsWith(join('dist', 'apps', 'web', 'pages'))) continue;
    const source = output.replace(/^dist./, '').replace(/\.js$/, '.ts');
    if (!fs.existsSync(source)) fs.rmSync(output);
  }
}

async function buildSite() {
  const cwd = join(root, 'apps', 'web');
  // The types of its routes, which the linter and the type checker read.
  await run(process.execPath, [svelteKit, 'sync'], { cwd });
  // Built under another NODE_ENV, as in a test, the pages would check themselves at each rendering: half as fast.
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd, env });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === import.meta.filename) await buildIfStale();
