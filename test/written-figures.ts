/** Figures as docs/limits.md writes them. */
export const figure = (value: number) => value.toLocaleString('en');
export const bytes = (value: number) => `${figure(value)} bytes`;
export const characters = (value: number) => `${figure(value)} characters`;
export const seconds = (ms: number) => `${figure(ms / 1_000)} s`;
