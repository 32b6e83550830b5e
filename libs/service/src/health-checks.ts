import { Injectable } from '@nestjs/common';
import { withTimeout } from './with-timeout.js';

export interface Readiness {
  ready: boolean;
  checks: Record<string, string>;
}

const checkMs = 1_000;

/** What must be well for this process to serve. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, () => Promise<unknown>>();
  private stopping = false;

  register(name: string, check: () => Promise<unknown>): void {
    this.checks.set(name, check);
  }

  /** From now on not ready: the process is shutting down. */
  stop(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        try {
          await withTimeout(check(), checkMs, name);
          return [name, 'ok'] as const;
        } catch (error) {
          return [name, (error as Error).message || String(error)] as const;
        }
      }),
    );
    if (this.stopping) results.push(['process', 'is shutting down']);
    return { ready: results.every(([, said]) => said === 'ok'), checks: Object.fromEntries(results) };
  }
}
