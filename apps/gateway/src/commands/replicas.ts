/** Milliseconds for which a replica that did not answer is used last. */
const avoidedMs = 1_000;

/** The replicas of a service, used in turn. One that did not answer lately is used only if there is no other. */
export class Replicas<Replica> {
  private turn = 0;
  private readonly avoidedUntil = new Map<Replica, number>();

  /** @param now milliseconds of a monotonic clock. */
  constructor(
    readonly all: readonly Replica[],
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The next replica in turn; those not yet tried for this command come first. */
  next(tried: ReadonlySet<Replica>): Replica {
    this.turn = (this.turn + 1) % this.all.length;
    const inTurn = [...this.all.slice(this.turn), ...this.all.slice(0, this.turn)];
    const untried = inTurn.filter((replica) => !tried.has(replica));
    return (untried.find((replica) => !this.isAvoided(replica)) ?? untried[0] ?? inTurn[0]) as Replica;
  }

  avoid(replica: Replica): void {
    this.avoidedUntil.set(replica, this.now() + avoidedMs);
  }

  private isAvoided(replica: Replica): boolean {
    return (this.avoidedUntil.get(replica) ?? 0) > this.now();
  }
}
