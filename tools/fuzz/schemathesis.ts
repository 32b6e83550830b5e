import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const version = '4.32.5';
const installMs = 300_000;

const runFile = promisify(execFile);

/**
 * Installs the fuzzer in a virtual environment of its own, which is kept.
 * @returns its path, or why it cannot be installed on this machine.
 */
export async function installSchemathesis(cache: string): Promise<{ path: string } | { missing: string }> {
  const folder = join(cache, `schemathesis-${version}`);
  const path = join(folder, 'bin', 'schemathesis');
  if (existsSync(path)) return { path };
  try {
    await runFile('python3', ['-m', 'venv', folder], { timeout: installMs });
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`];
    await runFile(join(folder, 'bin', 'python'), pip, { timeout: installMs });
    return { path };
  } catch (error) {
    // Otherwise the next run would take an incomplete environment for a complete one.
    await rm(folder, { recursive: true, force: true });
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') return { missing: 'there is no python3 on this machine' };
    return { missing: `schemathesis ${version} cannot be installed: ${stderr.trim().split('\n').at(-1)}` };
  }
}

export interface FuzzRun {
  path: string;
  /** A temporary folder with the description. */
  folder: string;
  document: string;
  gatewayUrl: string;
  token: string | undefined;
  seed: number;
  seconds: number;
}

/** Seconds beyond its limit: it finishes pending requests and minimises failures. */
const graceSeconds = 30;

/** Runs the fuzzer; its output goes to ours. @returns whether all answers were as described. */
export async function runSchemathesis(run: FuzzRun): Promise<boolean> {
  const checks = 'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
  const args = ['run', run.document, '--url', run.gatewayUrl, '--seed', String(run.seed)];
  args.push('--max-time', String(run.seconds), '--checks', checks, '--continue-on-failure', '--warnings', 'off');
  args.push('--request-timeout', '15', '--generation-database', 'none', '--suppress-health-check', 'all', '--no-color');
  if (run.token !== undefined) args.push('--header', `Authorization: Token ${run.token}`);
  const child = spawn(run.path, args, {
    cwd: run.folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: (run.seconds + graceSeconds) * 1_000,
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
