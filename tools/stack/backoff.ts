const firstMs = 250;
const maxMs = 10_000;
const steadyMs = 30_000;

/** Milliseconds to wait before the nth start in a row of a process that keeps dying. */
export const delayBefore = (failures: number): number => Math.min(firstMs * 2 ** Math.max(0, failures - 1), maxMs);

/** The number of failures in a row after another death; a process that ran steadily starts at one again. */
export const failuresAfter = (failures: number, upMs: number): number => (upMs >= steadyMs ? 1 : failures + 1);
