import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { sentence } from '#tools/terminal/sentence.js';
import { BadArchive } from '../archive.js';
import { ForgivenText } from './forgiven-text.js';
import { textOf, type Piece } from './text-of.js';
import { whyNotWellFormed } from './why-not-well-formed.js';

export interface ElementHandlers {
  /** `path` ends with the element's own name. */
  open(path: readonly string[], attributes: Record<string, string>, line: number): void;
  /** `text` is the element's own, text and CDATA sections in order, without the space that only lays out the file. */
  close(path: readonly string[], text: string): void;
}

const deepest = 100;
const mostAttributes = 1_000;
/** Characters without a tag; more is no text that anybody wrote. */
const longestText = 16 * 1024 * 1024;

/** Prefixes as WordPress writes them, by what their namespace's address ends in; http or https. */
const namespaces: [RegExp, string][] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, 'dc'],
];

/**
 * A stream of XML as elements. Nothing it names is fetched, no entity of its own is expanded. An undeclared prefix and what
 * {@link ForgivenText} knows are read as a person would read them.
 */
export class Elements {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly forgiven = new ForgivenText();
  private readonly path: string[] = [];
  private readonly prefixes = new Map<string, string>();
  private pieces: Piece[] = [];
  private sinceTag = 0;
  private attributes = 0;

  constructor(
    private readonly root: string,
    private readonly handlers: ElementHandlers,
  ) {
    this.parser.on('error', ({ message }) => {
      throw this.refusal(whyNotWellFormed(message));
    });
    this.parser.on('opentagstart', () => (this.attributes = 0));
    this.parser.on('attribute', () => {
      if ((this.attributes += 1) > mostAttributes) throw this.refusal(`more than ${mostAttributes} attributes`);
    });
    this.parser.on('opentag', (tag) => this.opened(tag));
    this.parser.on('closetag', () => this.closed());
    this.parser.on('text', (text) => this.pieces.push({ text, isSection: false }));
    this.parser.on('cdata', (text) => this.pieces.push({ text, isSection: true }));
  }

  /** @throws BadArchive where the text is not well-formed, or beyond all measure. */
  write(portion: string): void {
    this.sinceTag += portion.length;
    this.parser.write(this.forgiven.read(portion));
    if (this.sinceTag > longestText) throw this.refusal(`${longestText} characters without a tag`);
  }

  /** As {@link write}, before what cannot be read; it is refused anyway. */
  writeLast(portion: string): void {
    try {
      this.write(portion);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
    }
  }

  /** @throws BadArchive where something is still open. */
  end(): void {
    this.parser.write(this.forgiven.read('', true)).close();
  }

  /** How many characters that XML forbids were passed over so far. */
  get forbidden(): number {
    return this.forgiven.forbidden;
  }

  /** An error that says where in the text the reader is. */
  refusal(reason: string): BadArchive {
    return new BadArchive(`line ${this.parser.line}, column ${this.parser.column}: ${reason}`);
  }

  private opened({ name, attributes }: SaxesTagPlain): void {
    this.sinceTag = 0;
    if (this.path.length === deepest) throw this.refusal(`elements nested deeper than ${deepest}`);
    if (this.path.length === 0 && name !== this.root) {
      throw this.refusal(sentence`the root is <${name}>, not the <${this.root}> of a WordPress export`);
    }
    for (const [attribute, address] of Object.entries(attributes)) this.declare(attribute, address);
    this.path.push(this.canonical(name));
    this.pieces = [];
    this.handlers.open(this.path, attributes, this.parser.line);
  }

  private closed(): void {
    this.sinceTag = 0;
    this.handlers.close(this.path, textOf(this.pieces));
    this.path.pop();
    this.pieces = [];
  }

  private declare(attribute: string, address: string): void {
    if (!attribute.startsWith('xmlns:')) return;
    const known = namespaces.find(([pattern]) => pattern.test(address));
    if (known) this.prefixes.set(attribute.slice('xmlns:'.length), known[1]);
  }

  private canonical(name: string): string {
    const colon = name.indexOf(':');
    const prefix = this.prefixes.get(name.slice(0, Math.max(0, colon)));
    return prefix === undefined ? name : prefix + name.slice(colon);
  }
}
