import { addressOf, type Kind } from './address.js';

interface Texts {
  wrong: { link: string; picture: string };
  wordless: string;
  words: { link: string; picture: string };
}

/** The row that asks for the address of a link or picture, and its words. Enter puts it in, Escape leaves. */
export class AskAddress {
  private kind: Kind = 'link';

  constructor(
    private readonly row: HTMLElement,
    private readonly take: (kind: Kind, address: string, words: string) => void,
    private readonly leave: () => void,
  ) {
    row.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const isEnter = event.key === 'Enter' && event.target instanceof HTMLInputElement;
      if (!isEnter && event.key !== 'Escape') return;
      // Enter would send the form that the row stands in.
      event.preventDefault();
      event.stopPropagation();
      if (isEnter) this.put();
      else this.close();
    });
    row.querySelector('[data-put]')?.addEventListener('click', () => this.put());
    row.querySelector('[data-leave]')?.addEventListener('click', () => this.close());
  }

  /** @param selected words of the text, or an address that was pasted there */
  open(kind: Kind, selected: string): void {
    const { row, address, words } = this;
    this.kind = kind;
    const isAddress = /^\s*(?:https?:|www\.)\S+\s*$/i.test(selected);
    address.value = isAddress ? selected.trim() : '';
    words.value = isAddress ? '' : selected.replace(/\s+/g, ' ').trim();
    const label = row.querySelector('[data-words-label]');
    if (label) label.textContent = this.texts.words[this.of];
    this.say(undefined, '');
    row.hidden = false;
    (isAddress ? words : address).focus();
  }

  private get of(): 'link' | 'picture' {
    return this.kind === 'link' ? 'link' : 'picture';
  }

  private get texts(): Texts {
    return JSON.parse(this.row.dataset['t'] ?? '') as Texts;
  }

  private get address(): HTMLInputElement {
    return this.row.querySelector('[data-address]') as HTMLInputElement;
  }

  private get words(): HTMLInputElement {
    return this.row.querySelector('[data-words]') as HTMLInputElement;
  }

  private put(): void {
    const { kind, address, words, texts } = this;
    const found = addressOf(address.value, this.of);
    if (found === undefined) return this.say(address, texts.wrong[this.of]);
    // Who does not see the picture, or has not asked for it yet, has its words.
    if (kind !== 'link' && words.value.trim() === '') return this.say(words, texts.wordless);
    this.row.hidden = true;
    this.take(kind, found, words.value);
  }

  private close(): void {
    this.row.hidden = true;
    this.leave();
  }

  private say(field: HTMLInputElement | undefined, text: string): void {
    const said = this.row.querySelector<HTMLElement>('[data-said-of-address]');
    for (const each of [this.address, this.words]) {
      each.toggleAttribute('aria-invalid', false);
      if (each === field) each.setAttribute('aria-invalid', 'true');
    }
    if (said) said.textContent = text;
    field?.focus();
  }
}
