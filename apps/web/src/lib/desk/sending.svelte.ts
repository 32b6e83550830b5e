import { tick } from 'svelte';
import { applyAction } from '$app/forms';
import type { SubmitFunction } from '$app/forms';
import { goto, refreshAll } from '$app/navigation';
import type { DeskMessages } from '#lib/messages/desk.en.js';
import type { FailedStep } from './failed-step.js';

type Texts = Pick<DeskMessages, 'lost' | 'signedOut' | 'forbidden' | 'broken'>;

/** Sends a form without leaving the page. Whatever comes of it, nothing that was typed is lost. */
export class Sending {
  busy = $state(false);
  /** Why it was not sent, or not taken by anybody. */
  failure = $state<string>();

  /**
   * @param done what follows in place of going where the answer leads
   * @param taken is told that nothing that was typed has to be kept any more
   */
  constructor(
    private readonly texts: () => Texts,
    private readonly done?: (form: HTMLFormElement, to: string) => Promise<void>,
    private readonly taken?: () => void,
  ) {}

  readonly submit: SubmitFunction = ({ cancel }) => {
    if (this.busy) return cancel();
    this.busy = true;
    return async ({ result, formElement }) => {
      this.busy = false;
      this.failure = result.type === 'error' ? this.said(result.status, result.error.message) : undefined;
      if (result.type === 'error') return;
      if (result.type === 'redirect') return this.follow(formElement, result.location);
      // What is so now stands beside what was typed.
      // So it does after something was done without leaving: the next time is another command, with another key.
      const isDone = result.type === 'success' && result.data?.['preview'] === undefined;
      if (isDone || (result.data?.['failed'] as FailedStep | undefined)?.changes) await refreshAll();
      await applyAction(result);
      await tick();
      // Where the form is gone, the page says above its place why.
      const place = formElement.isConnected ? formElement : document;
      (place.querySelector<HTMLElement>('[aria-invalid="true"]') ?? notice(place))?.focus();
    };
  };

  private async follow(form: HTMLFormElement, to: string): Promise<void> {
    this.taken?.();
    if (this.done !== undefined) return this.done(form, to);
    form.reset();
    form.closest('details')?.removeAttribute('open');
    await applyAction({ type: 'redirect', status: 303, location: to });
    await tick();
    document.getElementById('said')?.focus();
  }

  private said(status: number | undefined, message: string): string {
    const { lost, signedOut, forbidden, broken } = this.texts();
    if (message === 'signed-out') return signedOut;
    if (message === 'forbidden') return forbidden;
    return status === undefined ? lost : broken;
  }
}

const notice = (place: ParentNode) => place.querySelector<HTMLElement>('[role="alert"]');

/** Goes to a page and leaves focus and scrolling alone. */
export const stay = (to: string): Promise<void> => goto(to, { refreshAll: true, reset: false, replace: true });
