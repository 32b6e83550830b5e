/** Milliseconds for which a replica that did not answer is used last. */
const avoidedMs = 1_000;

/** The replicas of a service, used in turn. One that did not answer lately is used only if there is no other. */
export class Copies<Copy> {
  private turn = 0;
  private readonly avoidedUntil = new Map<Copy, number>();

  /** @param now milliseconds of a monotonic clock. */
  constructor(
    readonly all: readonly Copy[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The next replica in turn; those not yet tried for this command come first. */
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
