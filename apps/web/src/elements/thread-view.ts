import { markNew } from './mark-new.js';
import { answerHere } from './answer-here.js';

const typing = 'input, textarea, select, [contenteditable]';

/** A thread: what is new is marked and gone through, branches fold by level, and one replies where one reads. */
export class ThreadView extends HTMLElement {
  private at: HTMLElement | undefined;

  connectedCallback(): void {
    if (this.dataset['knows'] === undefined) markNew(this);
    const jump = this.querySelector<HTMLElement>('[data-jump]');
    if (jump !== null) jump.hidden = this.fresh.length === 0;
    this.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('keydown', (event) => this.pressed(event));
    window.addEventListener('hashchange', () => this.unfoldTarget());
    this.unfoldTarget();
  }

  private get comments(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.comment')];
  }

  private get fresh(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.comment.new')];
  }

  private clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLElement>('a, button');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { go, levels } = link.dataset;
    if (go !== undefined) this.go(Number(go));
    else if (levels !== undefined) this.foldTo(Number(levels));
    else if (link.classList.contains('reply')) answerHere(this, link.closest<HTMLElement>('.comment'));
    else if (link.dataset['noParent'] !== undefined) answerHere(this, null);
    else if (this.isHere(link)) this.show(document.getElementById(link.getAttribute('href')?.split('#')[1] ?? ''));
    else return;
    event.preventDefault();
  }

  /** A link to a comment of this page. */
  private isHere(link: HTMLElement): boolean {
    const id = /#(comment-\d+)$/.exec(link.getAttribute('href') ?? '')?.[1];
    return (
      id !== undefined && !link.classList.contains('when') && document.getElementById(id) !== null && !isLinkRow(link)
    );
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest(typing)) return;
    const dialog = this.querySelector('dialog');
    if (event.key === 'j') this.go(1);
    else if (event.key === 'k') this.go(-1);
    else if (event.key === '?') dialog?.showModal();
    else if (event.key === 'r') answerHere(this, this.at?.querySelector('.reply') ? this.at : null);
    else return;
    event.preventDefault();
  }

  /** To the next new comment, or the one before; through all comments where none is new. */
  private go(step: number): void {
    const through = this.fresh.length > 0 ? this.fresh : this.comments;
    const from = this.at === undefined ? -1 : through.indexOf(this.at);
    const next = through[from < 0 && step < 0 ? through.length - 1 : from + step];
    if (next !== undefined) this.show(next);
  }

  private show(comment: HTMLElement | null): void {
    if (comment === null) return;
    unfold(comment);
    this.at?.classList.remove('at');
    this.at = comment;
    comment.classList.add('at');
    comment.focus({ preventScroll: true });
    comment.scrollIntoView({ block: 'start' });
  }

  private unfoldTarget(): void {
    const target = /^#comment-\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
    if (target !== null) this.show(target);
  }

  private foldTo(levels: number): void {
    for (const branch of this.querySelectorAll<HTMLDetailsElement>('details.replies')) {
      branch.open = Number(branch.dataset['depth']) < levels;
    }
  }
}

const isLinkRow = (link: HTMLElement) => link.closest('.do') !== null && !link.classList.contains('next-new');

function unfold(comment: HTMLElement): void {
  for (
    let branch = comment.closest('details');
    branch !== null;
    branch = branch.parentElement?.closest('details') ?? null
  ) {
    branch.open = true;
  }
}
