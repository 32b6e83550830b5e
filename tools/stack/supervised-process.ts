import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { delayBefore, failuresAfter } from './backoff.js';
import { LogDrain } from './log-drain.js';
import { openLog } from './open-log.js';
import { waitUntil } from './wait-until.js';

export interface ProcessSpec {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Its working directory; ours by default. */
  cwd?: string;
  /** The user it runs as, if not the present one. */
  user?: { uid: number; gid: number };
  logFile: string;
  /** Whether we write its log, so that a full disk does not block it; else it writes the file itself. */
  drained?: boolean;
  /** Whether it is ready. */
  isReady(): Promise<boolean>;
  readyWithinMs: number;
  stopSignal: NodeJS.Signals;
  stopWithinMs: number;
  onSpawn?(pid: number): void;
  /** Called when it dies without being stopped. */
  onDeath?(what: string): void;
}

/** A message that crashes a projector does so three times during its start before it becomes a dead letter. */
const maxDeathsAtStart = 5;

const inherited = ['PATH', 'HOME', 'TMPDIR', 'JAVA_HOME'] as const;
const running = new Set<SupervisedProcess>();
process.on('exit', () => running.forEach((each) => each.kill('SIGKILL')));

/** A child in its own process group, restarted with growing delay whenever it dies before `stop()`. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private failures = 0;
  private restart: NodeJS.Timeout | undefined;
  private lastExit = '';
  private readonly drain: LogDrain | undefined;

  constructor(readonly spec: ProcessSpec) {
    if (spec.drained) this.drain = new LogDrain(spec.logFile);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws Error if it is not ready in time, dies {@link maxDeathsAtStart} times before, or is stopped. */
  async start(): Promise<void> {
    const { name, logFile, readyWithinMs, isReady } = this.spec;
    if (!this.stopping) this.spawn();
    await waitUntil(isReady, {
      what: `${name} to be ready (see ${logFile})`,
      timeoutMs: readyWithinMs,
      failed: () => {
        if (this.stopping) return new Error(`${name} was stopped before it was ready`);
        return this.failures >= maxDeathsAtStart
          ? new Error(`${name} ${this.lastExit} at its start; see ${logFile}`)
          : undefined;
      },
    });
  }

  /** Sends a signal to the whole process group, as an operator or a fault test would. */
  kill(signal: NodeJS.Signals): void {
    if (this.child?.pid === undefined) return;
    try {
      process.kill(-this.child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Stops it: by SIGTERM, and by SIGKILL after the limit. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return this.drain?.settled();
    }
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(this.spec.stopSignal);
    const force = setTimeout(() => this.kill('SIGKILL'), this.spec.stopWithinMs);
    await gone;
    clearTimeout(force);
    await this.drain?.settled();
  }

  private respawn(): void {
    try {
      this.spawn();
    } catch (error) {
      // No room for its log, or no process available: it is tried again.
      this.lastExit = `could not be started (${(error as Error).message})`;
      this.failures += 1;
      this.spec.onDeath?.(this.lastExit);
      this.restart = setTimeout(() => this.respawn(), delayBefore(this.failures));
    }
  }

  private spawn(): void {
    const { command, args, env, cwd, user, logFile } = this.spec;
    const log = this.drain ? 'pipe' : openLog(logFile);
    const startedAt = Date.now();
    const kept = Object.fromEntries(inherited.map((name) => [name, process.env[name]]));
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...kept, LANG: 'C.UTF-8', TZ: 'UTC', ...env },
      ...(cwd !== undefined && { cwd }),
      ...user,
    });
    if (log !== 'pipe') closeSync(log);
    for (const stream of [child.stdout, child.stderr]) if (stream) this.drain?.follow(stream);
    this.child = child;
    running.add(this);
    if (child.pid !== undefined) this.spec.onSpawn?.(child.pid);
    let died = false;
    const onDeath = (what: string) => {
      running.delete(this);
      if (died || this.stopping) return;
      died = true;
      this.lastExit = what;
      this.failures = failuresAfter(this.failures, Date.now() - startedAt);
      this.spec.onDeath?.(what);
      this.restart = setTimeout(() => this.respawn(), delayBefore(this.failures));
    };
    child.once('error', (error) => onDeath(`could not be started (${error.message})`));
    child.once('exit', (code, signal) => onDeath(signal ? `was ended by ${signal}` : `exited with ${code}`));
  }
}
