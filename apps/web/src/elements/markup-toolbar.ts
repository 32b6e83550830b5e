import { type Kind, markupOf } from './address.js';
import { AskAddress } from './ask-address.js';
import type { Edit, Selected } from './edit.js';
import { prefix } from './prefix.js';
import { squish } from './squish.js';
import { wrap } from './wrap.js';

const edits: Record<string, (selected: Selected) => Edit> = {
  bold: (selected) => wrap(selected, '**'),
  italic: (selected) => wrap(selected, '*'),
  underline: (selected) => wrap(selected, '<u>', '</u>'),
  strike: (selected) => wrap(selected, '~~'),
  bullet: (selected) => prefix(selected, '- '),
  blockquote: (selected) => prefix(selected, '> '),
  small: (selected) => wrap(selected, '<small>', '</small>'),
  big: (selected) => wrap(selected, '<big>', '</big>'),
  squish,
};
const shortcuts: Record<string, string> = { b: 'bold', i: 'italic', u: 'underline', k: 'link' };

/** The buttons above a text area: they write Markdown, and the small HTML that it lacks. One stop of the Tab key. */
export class MarkupToolbar extends HTMLElement {
  private asking: AskAddress | undefined;

  connectedCallback(): void {
    // Moved with its form it is connected anew.
    if (this.asking !== undefined) return;
    const row = this.querySelector<HTMLElement>('[data-ask]');
    if (row === null) return;
    this.asking = new AskAddress(
      row,
      (kind, address, words) => this.insert(kind, address, words),
      () => this.area.focus(),
    );
    const bar = this.querySelector<HTMLElement>('[role=toolbar]');
    // The text keeps its focus, and a phone its keyboard.
    bar?.addEventListener('mousedown', (event) => event.preventDefault());
    bar?.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-do]');
      if (button === null) return;
      this.stopAt(button);
      this.do(button.dataset['do'] ?? '');
    });
    bar?.addEventListener('keydown', (event) => this.go(event));
    this.area.addEventListener('keydown', (event) => {
      const name = shortcuts[event.key.toLowerCase()];
      if (name === undefined || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.do(name);
    });
  }

  private get area(): HTMLTextAreaElement {
    return document.getElementById(this.dataset['for'] ?? '') as HTMLTextAreaElement;
  }

  private get selected(): Selected {
    const { value, selectionStart, selectionEnd } = this.area;
    return { text: value, start: selectionStart, end: selectionEnd };
  }

  private do(name: string): void {
    const edit = edits[name];
    const { selected } = this;
    if (edit !== undefined) this.put(edit(selected));
    else this.asking?.open(name as Kind, selected.text.slice(selected.start, selected.end));
  }

  private insert(kind: Kind, address: string, words: string): void {
    const { start, end } = this.selected;
    const put = markupOf(kind, address, words);
    this.put({ from: start, to: end, put, start: start + put.length, end: start + put.length });
  }

  private put({ from, to, put, start, end }: Edit): void {
    const { area } = this;
    area.focus({ preventScroll: true });
    if (area.value.slice(from, to) !== put) {
      area.setSelectionRange(from, to);
      // What a script sets cannot be taken back; what this types can, as one step.
      const isTyped = put === '' ? document.execCommand('delete') : document.execCommand('insertText', false, put);
      if (!isTyped) {
        area.setRangeText(put, from, to);
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }
    area.setSelectionRange(start, end);
  }

  private get buttons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-do]')];
  }

  private stopAt(button: HTMLElement | undefined): void {
    for (const each of this.buttons) each.tabIndex = each === button ? 0 : -1;
  }

  private go(event: KeyboardEvent): void {
    const { buttons } = this;
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const button = buttons.at(to % buttons.length);
    this.stopAt(button);
    button?.focus();
  }
}
