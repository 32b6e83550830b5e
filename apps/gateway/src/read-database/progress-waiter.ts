/** Nest's name for what waits until the read database shows a version. */
export const PROGRESS_WAITER = Symbol('PROGRESS_WAITER');
