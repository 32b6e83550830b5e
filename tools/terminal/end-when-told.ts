import { constants } from 'node:os';

/**
 * Ends the process when Ctrl-C or `kill` tells it to, with the exit code that shells give it: 130 or 143. Nothing is waited for, so
 * a second signal has nothing to hasten.
 * @param word says how things stand then.
 */
export function endWhenTold(word: (signal: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // The terminal has written ^C where a line of ours may stand.
      if (process.stderr.isTTY) process.stderr.write('\n');
      word(signal);
      process.exit(128 + constants.signals[signal]);
    });
  }
}
