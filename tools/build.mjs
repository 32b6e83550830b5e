import { execFileSync } from 'node:child_process';
import { existsSync, globSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.built');

/** Compiles everything unless no source has changed since the last time. */
export function buildIfStale() {
  process.chdir(root);
  if (existsSync(stamp)) {
    const builtAt = statSync(stamp).mtimeMs;
    const sources = globSync(['apps/**/*.ts', 'libs/**/*.ts', 'tools/**/*.ts', 'test/**/*.ts', 'nest-cli.json', '.swcrc']);
    if (sources.every((file) => statSync(file).mtimeMs < builtAt)) return;
  }
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  try {
    execFileSync(process.execPath, [nest, 'build', '--all'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    console.error(`The build failed:\n${error.stdout}${error.stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, '');
}

if (process.argv[1] === import.meta.filename) buildIfStale();
