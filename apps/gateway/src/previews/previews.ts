import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { unavailable, unprocessable } from '#http/problem.js';
import type { Body, Rendered } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';

/** Milliseconds that a preview is waited for. */
export const previewMs = 2_000;

/** Renders what somebody writes, as readers would see it; in a process of its own, which starts with the first Markdown. */
@Injectable()
export class Previews implements OnApplicationShutdown {
  constructor(private readonly renderer: Pick<BodyRenderer, 'render' | 'close'>) {}

  /** Sanitised HTML. @throws Problem 503 if it takes too long or too many wait; 422 for a body that ends the process. */
  async of(body: Body): Promise<string> {
    return (await this.rendered(body)).html;
  }

  /** The same with the house view, if one is asked for. */
  async rendered(body: Body): Promise<Extract<Rendered, { html: string }>> {
    const [rendered] = await this.renderer.render([body]).catch(() => {
      throw unavailable('The preview takes too long now. Repeat it.', 1);
    });
    if (!rendered || !('html' in rendered)) throw unprocessable({ body: ['cannot be shown'] });
    return rendered;
  }

  onApplicationShutdown(): void {
    this.renderer.close();
  }
}
