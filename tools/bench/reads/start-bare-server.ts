import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { withTimeout } from '#process/with-timeout.js';
import { atTheEnd } from '../endings.js';

const listensWithinMs = 15_000;

/** Starts the reference beside the copy. @returns its address. */
export async function startBareServer(readDatabaseUrl: string): Promise<{ url: string; stop(): void }> {
  const script = join(import.meta.dirname, 'bare-server.js');
  const env = { ...process.env, NODE_ENV: 'production', READ_DATABASE_URL: readDatabaseUrl };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = () => void child.kill('SIGKILL');
  atTheEnd(stop);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
    child.once('exit', (code) => reject(new Error(`the bare server exited with ${code}`)));
  });
  return { url: await withTimeout(url, listensWithinMs, 'the bare server to listen'), stop };
}
