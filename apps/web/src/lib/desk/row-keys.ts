const typing = 'input, textarea, select, [contenteditable], dialog';

/** What a key clicks in the row that one is at. */
const clicks: Readonly<Record<string, string>> = { a: '[data-approve]', o: '[data-open]' };

/** Goes through the rows of a list by keys: where one is, is where the focus is. */
export class RowKeys {
  private last = -1;

  constructor(
    private readonly list: HTMLElement,
    private readonly help: () => HTMLDialogElement | undefined,
  ) {}

  private get rows(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[data-row]')];
  }

  readonly pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest(typing)) return;
    const { key } = event;
    const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined;
    if (row !== undefined) this.last = this.rows.indexOf(row);
    if (key === 'j') this.focus(row === undefined && this.last < 0 ? 0 : this.last + 1);
    else if (key === 'k') this.focus(this.last - 1);
    else if (key === '?') this.help()?.showModal();
    else if (clicks[key] !== undefined && row !== undefined) row.querySelector<HTMLElement>(clicks[key])?.click();
    else return;
    event.preventDefault();
  };

  /** To the row at an index, or the nearest that is there. @returns whether there is one */
  focus(index: number): boolean {
    const { rows } = this;
    this.last = Math.max(0, Math.min(index, rows.length - 1));
    const row = rows[this.last];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return row !== undefined;
  }

  indexOf(within: Element): number {
    return this.rows.findIndex((row) => row.contains(within));
  }
}
