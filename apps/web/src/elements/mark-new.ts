import { parseSeen, remember, seenOf, seenText } from '../lib/seen.js';
import { storage } from './storage.js';

/** Marks what is new since this browser's last visit, for people without cookies, and remembers this visit. */
export function markNew(thread: HTMLElement): void {
  const { article = '', count = '0' } = thread.dataset;
  const comments = [...thread.querySelectorAll<HTMLElement>('.comment')];
  const times = comments.map(({ dataset }) => dataset['shown'] ?? '');
  const upTo = times.reduce((latest, at) => (at > latest ? at : latest), '');
  const seen = parseSeen(storage.get('seen'));
  const before = seenOf(seen, article)?.upTo;
  if (before !== undefined)
    show(
      thread,
      comments.filter((_, at) => (times[at] ?? '') > before),
    );
  if (upTo === '') return;
  remember(seen, article, upTo, Number(count));
  storage.set('seen', seenText(seen));
}

function show(thread: HTMLElement, fresh: HTMLElement[]): void {
  for (const comment of fresh) comment.classList.add('new');
  const line = thread.querySelector<HTMLElement>('[data-fresh]');
  const text = line?.querySelector('[data-text]');
  if (!line || !text || fresh.length === 0) return;
  line.hidden = false;
  text.textContent = ((fresh.length === 1 ? line.dataset['one'] : line.dataset['many']) ?? '').replace(
    '0',
    String(fresh.length),
  );
  line.querySelector('[data-first]')?.setAttribute('href', `#${fresh[0]?.id ?? ''}`);
}
