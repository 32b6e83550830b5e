import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { sentence } from '#tools/terminal/sentence.js';
import { BadArchive } from '../archive.js';
import { ForgivenText } from './forgiven-text.js';
import { textOf, type Piece } from './text-of.js';
import { whyNotWellFormed } from './why-not-well-formed.js';

export interface ElementHandlers {
  /** `path` ends with the element's own name. */
  open(path: readonly string[], attributes: Record<string, string>, line: number): void;
  /** `text` is the element's own: text and CDATA sections in order, without white space for layout. */
  close(path: readonly string[], text: string): void;
}

const deepest = 100;
const maxAttributes = 1_000;
/** Upper bound of the characters without a tag; no real text has more. */
const longestText = 16 * 1024 * 1024;

/** WordPress's prefixes, by the end of their namespaces' URLs; http or https. */
const namespaces: [RegExp, string][] = [
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/, 'excerpt'],
  [/^https?:\/\/wordpress\.org\/export\/[\d.]+\/?$/, 'wp'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/, 'dc'],
];

/**
 * Parses a stream of XML into elements. External entities are not fetched, and its own are not expanded. Undeclared prefixes
 * and what {@link ForgivenText} repairs are accepted.
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
      if ((this.attributes += 1) > maxAttributes) throw this.refusal(`more than ${maxAttributes} attributes`);
    });
    this.parser.on('opentag', (tag) => this.opened(tag));
    this.parser.on('closetag', () => this.closed());
    this.parser.on('text', (text) => this.pieces.push({ text, isSection: false }));
    this.parser.on('cdata', (text) => this.pieces.push({ text, isSection: true }));
  }

  /** @throws BadArchive if the text is malformed or exceeds an upper bound. */
  write(portion: string): void {
    this.sinceTag += portion.length;
    this.parser.write(this.forgiven.read(portion));
    if (this.sinceTag > longestText) throw this.refusal(`${longestText} characters without a tag`);
  }

  /** Like {@link write}, for text before an unreadable part; the file is refused anyway. */
  writeLast(portion: string): void {
    try {
      this.write(portion);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
    }
  }

  /** @throws BadArchive if an element is still open. */
  end(): void {
    this.parser.write(this.forgiven.read('', true)).close();
  }

  /** How many characters that XML forbids were ignored so far. */
  get forbidden(): number {
    return this.forgiven.forbidden;
  }

  /** An error with the reader's position in the text. */
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
