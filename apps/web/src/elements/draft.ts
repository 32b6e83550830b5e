import { storage } from './storage.js';

/** Texts that one types; the rest of the form is remembered by the site. */
const texts = ['body', 'name', 'email', 'website'] as const;

/** What is typed into the form of a comment, kept in this browser until it is posted: one for each comment that is answered. */
export class Draft {
  constructor(
    private readonly path: string,
    private readonly form: HTMLFormElement,
  ) {}

  /** @returns whether there is a text to be kept, and it is. */
  keep(): boolean {
    const typed = texts.map((name) => [name, this.field(name)?.value ?? ''] as const);
    if (!this.field('body')?.value.trim()) {
      storage.delete(this.key);
      return false;
    }
    return storage.set(this.key, JSON.stringify(Object.fromEntries(typed)));
  }

  /** Puts the text back where the field is empty. */
  restore(): void {
    const kept = JSON.parse(storage.get(this.key) ?? '{}') as Record<string, string>;
    for (const name of texts) {
      const field = this.field(name);
      if (field && field.value === '' && kept[name]) field.value = kept[name];
    }
  }

  forget(): void {
    storage.delete(this.key);
  }

  private get key(): string {
    return `draft ${this.path} ${this.field('parent')?.value ?? ''}`;
  }

  private field(name: string): HTMLInputElement | undefined {
    return (this.form.elements.namedItem(name) ?? undefined) as HTMLInputElement | undefined;
  }
}
