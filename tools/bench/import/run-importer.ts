import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { withTimeout } from '#process/with-timeout.js';

export interface ImporterRun {
  /** Comments sent and seconds since the first were, as the importer told them. */
  progress: { sent: number; seconds: number }[];
  table: string;
  /** Bytes; the most the importer held resident. */
  peakResident: number;
  seconds: number;
}

const root = join(import.meta.dirname, '..', '..', '..', '..');
/** As the script `import` of package.json has them. */
const sparing = ['--max-old-space-size=192', '--max-semi-space-size=4'];

/** Runs the importer as its user would, on the copy of a data folder. @throws Error with what it said when it fails. */
export async function runImporter(dataFolder: string, args: string[], withinMs: number): Promise<ImporterRun> {
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...sparing, join(root, 'tools', 'run.mjs'), 'import/import', '--data', dataFolder, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const run: ImporterRun = { progress: [], table: '', peakResident: 0, seconds: 0 };
  let said = '';
  let firstAt = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    said += `${line}\n`;
    run.peakResident = Math.max(run.peakResident, peakOf(child.pid));
    const [, sent] = /^comments: ([\d,]+) of/.exec(line) ?? [];
    if (sent === undefined) return;
    firstAt ||= performance.now();
    run.progress.push({ sent: Number(sent.replaceAll(',', '')), seconds: (performance.now() - firstAt) / 1_000 });
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => (run.table += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const code = await withTimeout(ended, withinMs, 'the importer to end').finally(() => child.kill('SIGKILL'));
  if (code !== 0) throw new Error(`the importer ended with ${code}:\n${said}`);
  return { ...run, seconds: (performance.now() - begun) / 1_000 };
}

/** Bytes a process held resident at most, as Linux counts it; 0 where it is gone. */
function peakOf(pid = 0): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}
