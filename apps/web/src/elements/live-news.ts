import { Arrivals, type Told } from './arrivals.js';
import { go } from './go.js';

/** Milliseconds after which a connection that was refused is tried again: not all pages at once, and ever more seldom. */
const againAfterMs = (refused: number) => (10_000 + Math.random() * 30_000) * 2 ** Math.min(refused, 4);

/** Tells, while the page is in sight, how many comments came since; they are shown when one asks for them. */
export class LiveNews extends HTMLElement {
  private source: EventSource | undefined;
  private lastId = '';
  /** How often, since something was told. */
  private refused = 0;
  private arrivals = new Arrivals(0, () => false);
  private readonly turn = () => this.follow();

  connectedCallback(): void {
    this.arrivals = new Arrivals(
      Number(this.dataset['count']),
      (id) => document.getElementById(`comment-${id}`) !== null,
    );
    document.addEventListener('visibilitychange', this.turn);
    this.querySelector('a')?.addEventListener('click', (event) => this.clicked(event));
    this.follow();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.turn);
    this.source?.close();
  }

  /** A page out of sight has no connection, and resumes when it is looked at. */
  private follow(): void {
    const isOpen = this.source !== undefined && this.source.readyState !== EventSource.CLOSED;
    if (document.hidden) this.source?.close();
    if (document.hidden || isOpen || !this.isConnected) return;
    const source = new EventSource(`/api${this.path}/live?lastEventId=${this.lastId}`);
    this.source = source;
    for (const type of ['now', 'reload', 'activity']) {
      source.addEventListener(type, (event) => this.told(event as MessageEvent<string>));
    }
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(this.turn, againAfterMs(this.refused++));
    });
  }

  private told({ type, data, lastEventId }: MessageEvent<string>): void {
    const told = JSON.parse(data) as Told;
    this.lastId = lastEventId;
    this.refused = 0;
    if (type === 'activity') this.arrivals.hear(told);
    else this.arrivals.restart(told);
    this.show(told.commentsCount);
  }

  private show(commentsCount: number): void {
    const { count, first } = this.arrivals;
    const all = this.parentElement?.querySelector<HTMLElement>('[data-comments]');
    if (all) all.textContent = counted(all, commentsCount);
    const link = this.querySelector('a');
    if (!link) return;
    link.hidden = count === 0;
    link.textContent = count === 0 ? '' : counted(this, count);
    link.href = first === undefined ? `${this.path}#comments` : `${this.path}?comment=${first}#comment-${first}`;
  }

  private clicked(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).href);
  }

  private get path(): string {
    return this.dataset['path'] ?? '';
  }
}

/** A sentence with a number, as the page has it for one and for many. */
const counted = ({ dataset }: HTMLElement, count: number) =>
  count === 0 && dataset['none'] !== undefined
    ? dataset['none']
    : ((count === 1 ? dataset['one'] : dataset['many']) ?? '').replace('0', String(count));
