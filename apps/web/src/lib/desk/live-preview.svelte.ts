import type { HouseView, Previewed } from './previewed.js';

/** Milliseconds without a key before a text is rendered. */
const pauseMs = 300;

/** Renders a text while it is typed: the last one that was asked for is shown, and one that is out of date is not waited for. */
export class LivePreview {
  html = $state('');
  house = $state.raw<HouseView | null>(null);
  failed = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  constructor(private readonly path: '/desk/previews' | '/write/previews' = '/desk/previews') {}

  /** @param article beside its body, where its house view is wanted: `articleId` of the one that is revised, else empty */
  show(
    body: string,
    format: string,
    article?: Record<'title' | 'description' | 'sectionId' | 'articleId', string>,
  ): void {
    this.stop();
    if (body.trim() === '') {
      this.html = '';
      this.house = null;
      this.failed = false;
      return;
    }
    this.timer = setTimeout(() => void this.ask({ body, format, ...article }), pauseMs);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  private async ask(text: Record<string, string>): Promise<void> {
    const { signal } = (this.asked = new AbortController());
    try {
      const headers = { 'content-type': 'application/json' };
      const sent = { method: 'POST', headers, body: JSON.stringify(text), signal };
      const answer = await fetch(this.path, sent);
      this.failed = !answer.ok;
      // While it cannot be renewed, the last one stays.
      if (answer.ok) ({ html: this.html, house: this.house } = (await answer.json()) as Previewed);
    } catch {
      if (!signal.aborted) this.failed = true;
    }
  }
}
