import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { underLock } from './under-lock.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.built');
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');

/** Compiles everything, unless no source has changed since the last build. A lock serialises copies that start at once. */
export async function buildIfStale() {
  process.chdir(root);
  checkSurroundings();
  if (!isStale()) return;
  try {
    await underLock(join(root, '.cache', 'build.lock'), () => {
      if (isStale()) build();
    });
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

function isStale() {
  if (!fs.existsSync(stamp)) return true;
  const builtAt = fs.statSync(stamp).mtimeMs;
  const sources = fs.globSync(['{apps,libs,tools,test}/**/*.ts', 'nest-cli.json', '.swcrc', 'tsconfig.json']);
  return sources.some((file) => fs.statSync(file).mtimeMs >= builtAt);
}

/** Overwrites files in place: a running copy may restart a service at any time. */
function build() {
  const startedAt = new Date();
  try {
    execFileSync(process.execPath, [nest, 'build', '--all'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    fail(`The build failed:\n${error.stdout}${error.stderr}`);
  }
  for (const output of fs.globSync('dist/**/*.js')) {
    const source = output.replace(/^dist./, '').replace(/\.js$/, '.ts');
    if (!fs.existsSync(source)) fs.rmSync(output);
  }
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === import.meta.filename) await buildIfStale();
