/** Milliseconds without a key before a text is rendered. */
const pauseMs = 300;

/** Renders a text while it is typed: the last one that was asked for is shown, and one that is out of date is not waited for. */
export class LivePreview {
  html = $state('');
  failed = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  constructor(private readonly path: '/desk/previews' | '/write/previews' = '/desk/previews') {}

  show(body: string, format: string): void {
    this.stop();
    if (body.trim() === '') {
      this.html = '';
      this.failed = false;
      return;
    }
    this.timer = setTimeout(() => void this.ask(body, format), pauseMs);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  private async ask(body: string, format: string): Promise<void> {
    const { signal } = (this.asked = new AbortController());
    try {
      const headers = { 'content-type': 'application/json' };
      const sent = { method: 'POST', headers, body: JSON.stringify({ body, format }), signal };
      const answer = await fetch(this.path, sent);
      this.failed = !answer.ok;
      // While it cannot be renewed, the last one stays.
      if (answer.ok) this.html = ((await answer.json()) as { html: string }).html;
    } catch {
      if (!signal.aborted) this.failed = true;
    }
  }
}
