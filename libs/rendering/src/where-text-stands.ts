import type { Part } from './html-parts.js';

const verbatim = new Set(['pre', 'code', 'kbd', 'samp', 'tt', 'textarea', 'script', 'style', 'title', 'option']);

/** Passes over parts one by one, and tracks whether the current one is verbatim or inside a link. */
export class WhereTextStands {
  private verbatim = 0;
  private links = 0;

  pass(part: Part): void {
    if (part.kind !== 'open' && part.kind !== 'close') return;
    const step = part.kind === 'open' ? 1 : -1;
    if (verbatim.has(part.name)) this.verbatim = Math.max(0, this.verbatim + step);
    else if (part.name === 'a') this.links = Math.max(0, this.links + step);
  }

  get isVerbatim(): boolean {
    return this.verbatim > 0;
  }

  get isInLink(): boolean {
    return this.links > 0;
  }
}
