import type { Logger } from 'pino';
import { erasePerson, type ErasingPlace } from './erase-person.js';
import { findDueErasures } from './find-due-erasures.js';

const lookEveryMs = 1_000;

/** Erases whoever is due, found in the database: any replica may, and one that was started anew goes on. */
export class DueErasures {
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly place: ErasingPlace,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.round = this.look().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), lookEveryMs);
    });
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async look(): Promise<void> {
    const due = await findDueErasures(this.place.pool).catch(() => []);
    for (const personId of due) {
      if (this.stopped) return;
      // One that cannot be erased now is tried again, and does not stand in the way of the others.
      await erasePerson(this.place, personId).catch((error: unknown) =>
        this.log.error({ personId, reason: String(error) }, 'a person who is due could not be erased yet'),
      );
    }
  }
}
