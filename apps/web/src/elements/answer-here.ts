import type { CommentForm } from './comment-form.js';

/** Moves the form to below the comment that it answers; to the end of the thread if it answers the article. */
export function answerHere(thread: HTMLElement, comment: HTMLElement | null): void {
  const form = thread.querySelector<CommentForm>('comment-form');
  if (form === null) return;
  if (comment === null) thread.querySelector('[data-jump]')?.before(form);
  else comment.append(form);
  form.answer(comment);
}
