import type { Logger } from 'pino';
import { erasePerson, type ErasingPlace } from './erase-person.js';
import { findDueErasures } from './find-due-erasures.js';

const lookEveryMs = 1_000;

/** Erases everyone who is due, from the database: any replica may do it, and a restarted one continues. */
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

  /** Resolves when the last round has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private async look(): Promise<void> {
    const due = await findDueErasures(this.place.pool).catch(() => []);
    for (const personId of due) {
      if (this.stopped) return;
      // A person who cannot be erased now is tried again, and does not block the others.
      await erasePerson(this.place, personId).catch((error: unknown) =>
        this.log.error({ personId, reason: String(error) }, 'a person who is due could not be erased yet'),
      );
    }
  }
}
