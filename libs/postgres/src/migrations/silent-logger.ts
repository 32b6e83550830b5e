import { AbstractLogger } from 'typeorm';

/** TypeORM's own logger prints among our JSON lines, also where it is told to log nothing. */
export class SilentLogger extends AbstractLogger {
  protected writeLog(): void {
    // What fails is thrown, and said by whoever catches it.
  }
}
