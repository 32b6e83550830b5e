import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { unavailable, unprocessable } from '#http/problem.js';
import type { House } from '#contracts/thesaurus/house-entry.js';
import type { Body, Rendered } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';

/** Milliseconds that a preview is waited for. */
export const previewMs = 2_000;

/** Previews of comments under way at once. Strangers ask for them: the desk's must not wait for all of theirs. */
export const maxCommentPreviews = 8;

/** An article's texts, as they are entered and as they are shown. */
export interface Texts {
  title: string;
  description: string;
  bodyHtml: string;
}

/** Renders what somebody writes, as readers would see it; in a process of its own, which starts with the first Markdown. */
@Injectable()
export class Previews implements OnApplicationShutdown {
  private comments = 0;

  constructor(private readonly renderer: Pick<BodyRenderer, 'render' | 'close'>) {}

  /** Sanitised HTML. @throws Problem 503 if it takes too long or too many wait; 422 for a body that ends the process. */
  async of(body: Body): Promise<string> {
    return (await this.rendered(body)).html;
  }

  /** The same of a comment. @throws Problem as `of`; 503 while too many are under way */
  async ofComment({ body, format }: Pick<Body, 'body' | 'format'>): Promise<string> {
    if (this.comments >= maxCommentPreviews) throw unavailable('Too many previews are asked for now. Repeat it.', 1);
    this.comments += 1;
    try {
      return await this.of({ body, format, isComment: true });
    } finally {
      this.comments -= 1;
    }
  }

  /** The same with the house view, if one is asked for. */
  async rendered(body: Body): Promise<Extract<Rendered, { html: string }>> {
    const [rendered] = await this.renderer.render([body]).catch(() => {
      throw unavailable('The preview takes too long now. Repeat it.', 1);
    });
    if (!rendered || !('html' in rendered)) throw unprocessable({ body: ['cannot be shown'] });
    return rendered;
  }

  /** An article as it is written, and by what it is, or would be, pinned to. @throws Problem as `rendered` */
  async inHouse(
    {
      title,
      description,
      body,
      format,
      sectionId,
    }: Body & Omit<Texts, 'bodyHtml'> & { sectionId?: string | undefined },
    pinned: House | null,
  ): Promise<{ original: Texts; house: Texts }> {
    const entries = pinned?.entries ?? [];
    const shown = await this.rendered({
      ...{ body, format },
      inHouse: { title, description, entries, place: { sectionId } },
    });
    const original = { title, description, bodyHtml: shown.html };
    const view = shown.house && {
      ...{ title: shown.house.title, description: shown.house.description, bodyHtml: shown.house.html },
    };
    return { original, house: view ?? original };
  }

  onApplicationShutdown(): void {
    this.renderer.close();
  }
}
