import { parseSeen, seenOf } from '../lib/seen.js';
import { storage } from './storage.js';

/** Counts what is new under each story since this browser was there, for people without cookies. */
export class FrontNews extends HTMLElement {
  connectedCallback(): void {
    const seen = parseSeen(storage.get('seen'));
    for (const story of this.querySelectorAll<HTMLElement>('[data-article]')) {
      const before = seenOf(seen, story.dataset['article'] ?? '')?.count;
      const fresh = before === undefined ? 0 : Number(story.dataset['count']) - before;
      const talk = story.querySelector('.talk');
      if (fresh <= 0 || talk === null || talk.querySelector('.fresh') !== null) continue;
      const more = document.createElement('span');
      more.className = 'fresh';
      more.textContent = (this.dataset['new'] ?? '').replace('0', String(fresh));
      talk.append(more);
    }
  }
}
