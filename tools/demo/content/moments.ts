/** A time of the demo, by the time at which the demo is filed; both in milliseconds since 1970. */
export type Moment = (filedAt: number) => number;

export const hourMs = 60 * 60 * 1_000;
const dayMs = 24 * hourMs;

export const hoursAgo =
  (hours: number): Moment =>
  (filedAt) =>
    filedAt - hours * hourMs;

/** A time of day (UTC, HH:MM) some days ago. */
export const onDay =
  (daysAgo: number, time: string): Moment =>
  (filedAt) =>
    Date.parse(`${new Date(filedAt - daysAgo * dayMs).toISOString().slice(0, 10)}T${time}:00Z`);
