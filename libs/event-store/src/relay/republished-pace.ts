import type { Fetched } from './fetch-outbox.js';

/** Republished events in one batch. */
export const republishedAtOnce = 100;

/** Milliseconds between two batches with such events: 2,500 events a second, which every consumer can skip in time. */
export const republishedEveryMs = 40;

/** The same while live events wait for a full batch: a few are still sent, so few that they delay nobody. */
export const republishedEveryMsInBacklog = 1_000;

/**
 * Decides how many events are republished, and when. Live events come first in every batch, but a consumer still has to read
 * every republished event before the live ones that follow: hence a limited pace.
 */
export class RepublishedPace {
  private dueAt = 0;
  private isAll = true;

  /** How many may be sent now. */
  get share(): number {
    return Date.now() >= this.dueAt ? republishedAtOnce : 0;
  }

  /** Milliseconds until more may be sent; undefined when none are left. */
  get waitMs(): number | undefined {
    return this.isAll ? undefined : Math.max(0, this.dueAt - Date.now());
  }

  /** Records what a fetch for `asked` of them returned. */
  fetched(asked: number, { republished, isAllLive, isAllRepublished }: Omit<Fetched, 'rows'>): void {
    if (asked === 0) return;
    this.isAll = isAllRepublished;
    if (republished > 0) this.dueAt = Date.now() + (isAllLive ? republishedEveryMs : republishedEveryMsInBacklog);
  }
}
