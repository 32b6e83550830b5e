const grouped = new Intl.NumberFormat('en');

export const perSecond = (value: number): string => `${grouped.format(Math.round(value))}/s`;
export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
export const seconds = (value: number): string => `${value.toFixed(1)} s`;
export const megabytes = (bytes: number): string => `${grouped.format(Math.round(bytes / 1e6))} MB`;
