import { AbstractLogger } from 'typeorm';

/** TypeORM's own logger would print among our JSON lines, even with logging turned off. */
export class SilentLogger extends AbstractLogger {
  protected writeLog(): void {
    // Errors are thrown, and logged where they are caught.
  }
}
