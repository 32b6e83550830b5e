import { say } from './progress.js';

const endings: (() => Promise<unknown> | void)[] = [];

/** Has something done at the end of the run, however it ends; what was begun last is ended first. */
export function atTheEnd(end: () => Promise<unknown> | void): void {
  endings.push(end);
}

/** Does all of it, once; one that fails does not keep the others from being done. */
export async function endAll(): Promise<void> {
  for (let end = endings.pop(); end; end = endings.pop()) {
    try {
      await end();
    } catch (error) {
      say(`while cleaning up: ${String(error)}`);
    }
  }
}
