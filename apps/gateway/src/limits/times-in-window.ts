const spareBeforeCopy = 1_000;

/** When the requests of one window came, oldest first. Old ones are passed over and cut off now and then. */
export class TimesInWindow {
  private times: number[] = [];
  private first = 0;

  get count(): number {
    return this.times.length - this.first;
  }

  get oldest(): number | undefined {
    return this.times[this.first];
  }

  add(time: number): void {
    this.times.push(time);
  }

  /** Forgets what came at this time or before. */
  forgetUntil(time: number): void {
    while (this.first < this.times.length && (this.times[this.first] ?? 0) <= time) this.first += 1;
    if (this.first < spareBeforeCopy && this.first < this.times.length) return;
    this.times = this.times.slice(this.first);
    this.first = 0;
  }
}
