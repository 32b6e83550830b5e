import { execFile, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface ToolRun {
  code: number;
  out: string;
  err: string;
}

/**
 * Runs one of the project's command line tools against the system under test, for at most two minutes.
 * @param started gets the process, to watch or end it.
 */
export function runTool(
  tool: string,
  args: string[],
  started: (child: ChildProcess) => void = () => undefined,
): Promise<ToolRun> {
  const env = { ...process.env, BROADSIDE_DATA: process.env['E2E_DATA'], NODE_OPTIONS: '' };
  return new Promise((resolve, reject) => {
    const given = [join(root, 'tools', 'run.mjs'), tool, ...args];
    const options = { cwd: root, env, timeout: 120_000, maxBuffer: 512 * 1024 * 1024 };
    const child = execFile(process.execPath, given, options, (error, out, err) => {
      if (error && typeof error.code !== 'number') reject(new Error(`${tool} ${args.join(' ')}: ${error.message}`));
      else resolve({ code: error ? Number(error.code) : 0, out, err });
    });
    started(child);
  });
}
