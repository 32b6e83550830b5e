import { Injectable } from '@nestjs/common';
import { withTimeout } from './with-timeout.js';

export interface Readiness {
  ready: boolean;
  checks: Record<string, string>;
}

interface Check {
  check: () => Promise<unknown>;
  remark: (() => string | undefined) | undefined;
}

const checkMs = 1_000;

/** Checks that must succeed for this process to be ready. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  /** @param remark an additional remark, though the check succeeds */
  register(name: string, check: () => Promise<unknown>, remark?: () => string | undefined): void {
    this.checks.set(name, { check, remark });
  }

  /** Not ready from now on: the process is shutting down. */
  stop(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, { check, remark }]) => {
        try {
          await withTimeout(check(), checkMs, name);
          const more = remark?.();
          return { name, well: true, said: more === undefined ? 'ok' : `ok; ${more}` };
        } catch (error) {
          return { name, well: false, said: (error as Error).message || String(error) };
        }
      }),
    );
    if (this.stopping) results.push({ name: 'process', well: false, said: 'is shutting down' });
    const checks = Object.fromEntries(results.map(({ name, said }) => [name, said]));
    return { ready: results.every(({ well }) => well), checks };
  }
}
