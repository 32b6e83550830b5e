import { parse } from 'devalue';
import type { FormState } from '../lib/comment-form.js';
import { Draft } from './draft.js';
import { go } from './go.js';
import { LivePreview } from './live-preview.js';
import { showRefusal } from './show-refusal.js';

interface Texts {
  posting: string;
  notSent: string;
}

/** The form of a comment: drafts are kept, it is sent once, and a lost connection loses nothing. */
export class CommentForm extends HTMLElement {
  private draft: Draft | undefined;
  private preview: LivePreview | undefined;

  connectedCallback(): void {
    // Moved to another comment it is connected anew.
    if (this.draft !== undefined) return;
    const { form } = this;
    this.draft = new Draft(this.dataset['path'] ?? '', form);
    if (document.querySelector('[data-posted]')) this.draft.forget();
    else this.draft.restore();
    const place = this.querySelector<HTMLElement>('[data-preview]');
    if (place) this.preview = new LivePreview(this.dataset['path'] ?? '', place);
    this.showPreview();
    form.addEventListener('input', ({ target }) => {
      this.keep();
      if (target === this.fields.body) this.showPreview();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const { submitter } = event;
      if (submitter?.hasAttribute('data-invent')) void this.invent();
      else void this.send();
    });
    const { parent } = this.fields;
    if (parent?.value && this.closest('.comment') === null)
      this.closest('thread-view')?.querySelector(`#comment-${parent.value}`)?.append(this);
  }

  /** @param comment undefined answers the article */
  answer(comment: HTMLElement | null): void {
    const { form, fields } = this;
    const id = comment?.id.replace('comment-', '') ?? '';
    if (fields.parent) fields.parent.value = id;
    form.action = `${this.dataset['path'] ?? ''}?${id === '' ? '' : `reply=${id}&`}/post`;
    const answering = this.querySelector<HTMLElement>('[data-answering]');
    if (answering) {
      answering.hidden = comment === null;
      fill(answering, '[data-name]', comment?.querySelector('.who a')?.textContent);
      fill(
        answering,
        '[data-excerpt]',
        comment?.querySelector('.body')?.textContent.trim().replace(/\s+/g, ' ').slice(0, 120),
      );
    }
    this.draft?.restore();
    this.showPreview();
    fields.body?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'nearest' });
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  private get fields(): Record<string, HTMLInputElement | undefined> {
    const { elements } = this.form;
    const named = (name: string) => (elements.namedItem(name) ?? undefined) as HTMLInputElement | undefined;
    return Object.fromEntries(['parent', 'key', 'body', 'name', 'nick'].map((name) => [name, named(name)]));
  }

  private get texts(): Texts {
    return JSON.parse(this.dataset['t'] ?? '{}') as Texts;
  }

  private keep(): void {
    const note = this.querySelector<HTMLElement>('[data-kept]');
    const isKept = this.draft?.keep() ?? false;
    if (note) note.hidden = !isKept;
  }

  private showPreview(): void {
    this.preview?.show(this.fields.body?.value ?? '');
  }

  private say(text: string): void {
    const said = this.querySelector<HTMLElement>('[data-said]');
    if (!said) return;
    said.textContent = text;
    said.hidden = text === '';
  }

  /** Sends the form, and stays on the page with what the server finds wrong. */
  private async send(): Promise<void> {
    const { form, fields } = this;
    const button = form.querySelector<HTMLButtonElement>('button[type=submit]:not([data-invent])');
    if (!button || button.getAttribute('aria-disabled') === 'true') return;
    if (fields.key && fields.key.value === '') fields.key.value = newKey();
    this.keep();
    button.setAttribute('aria-disabled', 'true');
    this.say(this.texts.posting);
    try {
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new FormData(form),
        headers,
        signal: AbortSignal.timeout(20_000),
      });
      const result = (await answer.json()) as { type: string; location?: string; data?: string };
      if (result.type === 'redirect' && result.location) {
        this.draft?.forget();
        return go(result.location);
      }
      if (result.type !== 'failure' || !result.data) throw new Error(`not taken: ${result.type}`);
      this.say(showRefusal(form, (parse(result.data) as { form: FormState }).form));
      button.removeAttribute('aria-disabled');
    } catch {
      this.say(this.texts.notSent);
      button.removeAttribute('aria-disabled');
    }
  }

  private async invent(): Promise<void> {
    const { fields } = this;
    const answer = await fetch('/nicks', { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    const { nicks = [] } = answer?.ok ? ((await answer.json()) as { nicks?: string[] }) : {};
    const before = (fields.nick ?? fields.name)?.value;
    const nick = nicks.find((each) => each !== before);
    if (nick === undefined) return this.say(this.texts.notSent);
    const target = fields.nick ?? fields.name;
    if (target) target.value = nick;
    fill(this, '[data-nick]', nick);
    const choice = this.querySelector<HTMLElement>('[data-pick]');
    if (choice) choice.hidden = false;
    const button = this.querySelector<HTMLElement>('[data-another]');
    if (button) button.textContent = button.dataset['another'] ?? '';
    const radio = choice?.querySelector('input');
    if (radio) radio.checked = true;
    this.keep();
  }
}

/** crypto.randomUUID is there on https alone. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fill(within: Element, selector: string, text: string | null | undefined): void {
  const element = within.querySelector(selector);
  if (element) element.textContent = text ?? '';
}
