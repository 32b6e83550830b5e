import type { Fetched } from './fetch-outbox.js';

/** Events sent once more that go with one batch. */
export const republishedAtOnce = 100;

/** Milliseconds from one batch with such events to the next: 2,500 a second, which every consumer skips at its ease. */
export const republishedEveryMs = 40;

/** The same while live events wait behind a full batch: few, so that they hold nobody up, but not none. */
export const republishedEveryMsInBacklog = 1_000;

/**
 * How many events are sent once more, and when. Live events go first in every batch, but what stands in the topic before
 * them is before them for every consumer too: hence a pace.
 */
export class RepublishedPace {
  private dueAt = 0;
  private isAll = true;

  /** How many may go now. */
  get share(): number {
    return Date.now() >= this.dueAt ? republishedAtOnce : 0;
  }

  /** Milliseconds until more may go; undefined where none were left. */
  get waitMs(): number | undefined {
    return this.isAll ? undefined : Math.max(0, this.dueAt - Date.now());
  }

  /** What a fetch for `asked` of them gave. */
  fetched(asked: number, { republished, isAllLive, isAllRepublished }: Omit<Fetched, 'rows'>): void {
    if (asked === 0) return;
    this.isAll = isAllRepublished;
    if (republished > 0) this.dueAt = Date.now() + (isAllLive ? republishedEveryMs : republishedEveryMsInBacklog);
  }
}
