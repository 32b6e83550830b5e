import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreeBlock } from '#tools/stack/ports.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

export interface Admin {
  email: string;
  password: string;
}

/** The project's compose file, under a project name of its own, so that other copies on this machine are left alone. */
export class Compose {
  private constructor(
    private readonly project: string,
    private readonly port: number,
  ) {}

  static async project(): Promise<Compose> {
    return new Compose(`broadside-test-${randomBytes(4).toString('hex')}`, await findFreeBlock());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** @param minutes limit. @returns its output. @throws Error with its output. */
  async do(minutes: number, ...args: string[]): Promise<string> {
    const env = { ...process.env, PORT: String(this.port), DOCKER_BUILDKIT: '1' };
    const options = { cwd: root, env, timeout: minutes * 60_000, maxBuffer: 64 * 1024 * 1024 };
    try {
      const { stdout } = await run('docker', ['compose', '--project-name', this.project, ...args], options);
      return stdout;
    } catch (error) {
      const { stderr = '', message } = error as { stderr?: string; message: string };
      throw new Error(`docker compose ${args.join(' ')}: ${message}\n${stderr.slice(-4_000)}`, { cause: error });
    }
  }

  tool(...args: string[]): Promise<string> {
    return this.do(2, 'run', '--rm', '--no-TTY', 'tools', ...args);
  }

  /** Finds it as the README describes. */
  async admin(): Promise<Admin> {
    const text = await this.do(1, 'run', '--rm', '--no-TTY', '--entrypoint', 'cat', 'tools', '/keys/admin.json');
    return JSON.parse(text) as Admin;
  }

  /** The processes of a service's containers, by their ids on the host. */
  async pidsOf(service: string): Promise<number[]> {
    const ids = (await this.do(1, 'ps', '--quiet', service)).trim().split('\n');
    const { stdout } = await run('docker', ['inspect', '--format', '{{.State.Pid}}', ...ids], { timeout: 20_000 });
    return stdout.trim().split('\n').map(Number);
  }

  /** The command of each container of a service. */
  async inEach(service: string, ...command: string[]): Promise<string[]> {
    const ids = (await this.do(1, 'ps', '--quiet', service)).trim().split('\n');
    return Promise.all(
      ids.map(async (id) => (await run('docker', ['exec', id, ...command], { timeout: 20_000 })).stdout.trim()),
    );
  }

  /** Saves the logs of all containers, for finding out why a test failed. */
  async keepLogs(): Promise<void> {
    mkdirSync(join(root, '.cache'), { recursive: true });
    appendFileSync(join(root, '.cache', 'compose.log'), await this.do(1, 'logs', '--no-color', '--timestamps'));
  }

  /** Stops everything, and deletes its data unless they are to be kept. */
  async down({ keepData = false } = {}): Promise<void> {
    await this.do(3, '--profile', 'tools', 'down', '--timeout', '20', ...(keepData ? [] : ['--volumes']));
  }
}
