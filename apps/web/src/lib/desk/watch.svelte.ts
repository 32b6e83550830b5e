/** Milliseconds from an answer to the next question. */
const pauseMs = 5_000;
/** Milliseconds that an answer may take. */
const answerMs = 10_000;

/** Asks again and again while the page is looked at. What was so stays shown while nothing answers. */
export class Watch<Value> {
  value = $state<Value>() as Value;
  failed = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly path: string,
    first: Value,
  ) {
    this.value = first;
  }

  /** @returns what ends it */
  start(): () => void {
    const look = () => {
      clearTimeout(this.timer);
      if (document.visibilityState === 'visible') void this.ask();
    };
    this.timer = setTimeout(look, pauseMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(this.timer);
      document.removeEventListener('visibilitychange', look);
      this.timer = undefined;
      this.isOver = true;
    };
  }

  async ask(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const answer = await fetch(this.path, { signal: AbortSignal.timeout(answerMs) });
      this.failed = !answer.ok;
      if (answer.ok) this.value = (await answer.json()) as Value;
    } catch {
      this.failed = true;
    }
    clearTimeout(this.timer);
    const isSeen = document.visibilityState === 'visible';
    if (isSeen && !this.isOver) this.timer = setTimeout(() => void this.ask(), pauseMs);
  }

  private isOver = false;
}
