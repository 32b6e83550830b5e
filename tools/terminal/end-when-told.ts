import { constants } from 'node:os';

/**
 * Exits on Ctrl-C or `kill` with the exit code of shells: 130 or 143. It waits for nothing, so a second signal has no
 * effect.
 * @param word returns the state of the work at that moment.
 */
export function endWhenTold(word: (signal: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // The terminal has written ^C on the line of our progress.
      if (process.stderr.isTTY) process.stderr.write('\n');
      word(signal);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
