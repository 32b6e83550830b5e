import { parse } from 'devalue';
import type { FormState } from '../lib/comment-form.js';

/** Milliseconds without a key before a text is rendered. */
const pauseMs = 400;

/** Shows what is typed as it would be posted, by the renderer that will render it. */
export class LivePreview {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;

  constructor(
    private readonly path: string,
    private readonly place: HTMLElement,
  ) {}

  show(body: string): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    if (body.trim() === '') this.place.hidden = true;
    else this.timer = setTimeout(() => void this.ask(body), pauseMs);
  }

  private async ask(body: string): Promise<void> {
    const { signal } = (this.asked = new AbortController());
    const sent = new FormData();
    sent.set('body', body);
    try {
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      const answer = await fetch(`${this.path}?/preview`, { method: 'POST', body: sent, headers, signal });
      const { type, data } = (await answer.json()) as { type: string; data?: string };
      const out = this.place.querySelector('[data-rendered]');
      // While it cannot be renewed, the last one stays.
      if (type !== 'success' || data === undefined || out === null || signal.aborted) return;
      out.innerHTML = (parse(data) as { form: FormState }).form.preview ?? '';
      this.place.hidden = false;
    } catch {
      // Likewise.
    }
  }
}
