import { createRequire } from 'node:module';
import type { TokenizerCallbacks } from 'htmlparser2';
import { inlineTags } from '#rendering/beginning-of-text.js';
import { WhereTextStands } from '#rendering/where-text-stands.js';
import { addressesIn } from './addresses.js';
import { FoldedText } from './folded-text.js';
import { within, type Stretch } from './stretch.js';

// Loaded by require, as the sanitiser does: Jest cannot load a module in both ways at once.
const { Tokenizer } = createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2');

/** The text between two tags, by its offsets in the HTML. */
export interface TextNode extends Stretch {
  inHeading: boolean;
  /** Behind the inline end tags that follow at once. */
  behind: number;
}

export interface HtmlText {
  folded: FoldedText;
  nodes: TextNode[];
}

const heading = /^h[1-6]$/;
const noAttributes = new Map<string, string>();
const references = [
  { source: '&amp;', codePoint: 0x26 },
  { source: '&lt;', codePoint: 0x3c },
  { source: '&gt;', codePoint: 0x3e },
  { source: '&quot;', codePoint: 0x22 },
  { source: '&#39;', codePoint: 0x27 },
];
const space = 0x20;
const ampersand = 0x26;
/** What the renderer writes as references. */
const bare = new Set([ampersand, 0x3c, 0x3e]);

/**
 * The text of rendered HTML as terms are matched with it: across inline tags, never across others, and nothing of links,
 * verbatim text and addresses. What the renderer does not write (a bare `<`, `>` or `&`) is left alone.
 */
export function readHtml(html: string): HtmlText {
  const reader = new HtmlReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(html);
  tokenizer.end();
  reader.endNode();
  return { folded: reader.folded, nodes: reader.nodes };
}

class HtmlReader implements TokenizerCallbacks {
  readonly folded = new FoldedText();
  readonly nodes: TextNode[] = [];
  private readonly where = new WhereTextStands();
  private headings = 0;
  private pending: Stretch | undefined;

  constructor(private readonly html: string) {}

  ontext(from: number, to: number): void {
    if (this.pending) this.pending.to = to;
    else this.pending = { from, to };
  }

  onopentagname(from: number, to: number): void {
    this.endNode();
    const name = this.html.slice(from, to).toLowerCase();
    this.where.pass({ kind: 'open', text: '', name, attributes: noAttributes });
    if (heading.test(name)) this.headings += 1;
    if (!inlineTags.has(name)) this.folded.addBarrier(space, from, to);
  }

  onclosetag(from: number, to: number): void {
    this.endNode();
    const name = this.html.slice(from, to).toLowerCase();
    this.where.pass({ kind: 'close', text: '', name });
    if (heading.test(name)) this.headings = Math.max(0, this.headings - 1);
    const last = this.nodes.at(-1);
    if (!inlineTags.has(name)) this.folded.addBarrier(space, from, to);
    else if (last?.behind === from - 2) last.behind = this.html.indexOf('>', to) + 1;
  }

  endNode(): void {
    if (!this.pending) return;
    const { from, to } = this.pending;
    this.pending = undefined;
    this.nodes.push({ from, to, inHeading: this.headings > 0, behind: to });
    const isLeftAlone = within(
      this.where.isVerbatim || this.where.isInLink
        ? [{ from: 0, to: to - from }]
        : addressesIn(this.html.slice(from, to)),
    );
    for (let at = from; at < to;) {
      const codePoint = this.html.codePointAt(at) ?? 0;
      const reference = codePoint === ampersand ? this.referenceAt(at) : undefined;
      const behind = at + (reference?.source.length ?? (codePoint > 0xffff ? 2 : 1));
      const isBare = !reference && bare.has(codePoint);
      if (isBare || isLeftAlone(at - from)) this.folded.addBarrier(reference?.codePoint ?? codePoint, at, behind);
      else this.folded.add(reference?.codePoint ?? codePoint, at, behind);
      at = behind;
    }
  }

  private referenceAt(at: number) {
    return references.find(({ source }) => this.html.startsWith(source, at));
  }

  // What these tell is not needed: they carry no text.
  onattribdata(): void {}
  onattribend(): void {}
  onattribentity(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}
  onselfclosingtag(): void {}
  ontextentity(): void {}
}
