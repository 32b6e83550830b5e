import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface Said {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one of the project's command line tools against the system under test, as `npm run` does. */
export async function operatorTool(tool: string, args: string[]): Promise<Said> {
  const script = join(import.meta.dirname, '..', '..', 'tools', 'run.mjs');
  const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;
  const env = { ...inherited, BROADSIDE_DATA: process.env['E2E_DATA'] ?? '' };
  const child = spawn(process.execPath, [script, tool, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}
