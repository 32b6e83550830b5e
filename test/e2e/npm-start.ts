import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Started {
  pid: number;
  /** Its output so far. */
  printed(): string;
  /** Its exit code. */
  ended: Promise<number | null>;
}

/** Runs what `npm start` runs, as a process of its own. */
export function npmStart(args: string[], env: Record<string, string> = {}): Started {
  const script = join(import.meta.dirname, '..', '..', 'tools', 'start.mjs');
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const child = spawn(process.execPath, [script, '--no-demo', ...args], { env: { ...inherited, ...env } });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { pid: child.pid ?? 0, printed: () => chunks.join(''), ended };
}
