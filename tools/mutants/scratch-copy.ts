import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProcess } from './run-process.js';

const leftOut = new Set(['.git', '.data', '.cache', 'node_modules', 'coverage']);
const buildMs = 120_000;

/** A copy of the checkout in a temporary folder, with linked dependencies; changes in it affect nothing else. */
export class ScratchCopy {
  private constructor(readonly folder: string) {}

  static async make(root: string): Promise<ScratchCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'broadside-mutants-'));
    const filter = (source: string) => !leftOut.has(relative(root, source).split('/')[0] ?? '');
    await cp(root, folder, { recursive: true, filter, preserveTimestamps: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    // Downloads are shared with the checkout; locks are the copy's own.
    await mkdir(join(folder, '.cache'));
    const fetched = await readdir(join(root, '.cache'), { withFileTypes: true }).catch(() => []);
    for (const { name } of fetched.filter((each) => each.isDirectory())) {
      await symlink(join(root, '.cache', name), join(folder, '.cache', name));
    }
    return new ScratchCopy(folder);
  }

  /** Does the work while the file has `to` in place of `from`. */
  async while<Result>(
    { file, from, to }: { file: string; from: string; to: string },
    work: () => Promise<Result>,
  ): Promise<Result> {
    const path = join(this.folder, file);
    const source = await readFile(path, 'utf8');
    await writeFile(
      path,
      source.replace(from, () => to),
    );
    try {
      return await work();
    } finally {
      await writeFile(path, source);
    }
  }

  /** Rebuilds `dist`. @throws Error with the compiler's output. */
  async build(signal: AbortSignal): Promise<void> {
    const { code, said } = await runProcess(process.execPath, ['tools/build.mjs'], {
      ...{ cwd: this.folder, env: process.env, timeoutMs: buildMs, signal },
    });
    if (code !== 0) throw new Error(`the build failed: ${said.trim()}`);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
