/** Milliseconds for which a copy that gave no answer is asked last. */
const avoidedMs = 1_000;

/** The copies of a service, asked in turn; one that gave no answer just now only where there is no other. */
export class Copies<Copy> {
  private turn = 0;
  private readonly avoidedUntil = new Map<Copy, number>();

  /** @param now milliseconds of a monotonic clock. */
  constructor(
    readonly all: readonly Copy[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The next in turn, one that was not tried for this command before any that was. */
  next(tried: ReadonlySet<Copy>): Copy {
    this.turn = (this.turn + 1) % this.all.length;
    const inTurn = [...this.all.slice(this.turn), ...this.all.slice(0, this.turn)];
    const untried = inTurn.filter((copy) => !tried.has(copy));
    return (untried.find((copy) => !this.isAvoided(copy)) ?? untried[0] ?? inTurn[0]) as Copy;
  }

  avoid(copy: Copy): void {
    this.avoidedUntil.set(copy, this.now() + avoidedMs);
  }

  private isAvoided(copy: Copy): boolean {
    return (this.avoidedUntil.get(copy) ?? 0) > this.now();
  }
}
