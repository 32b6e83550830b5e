/** Changes the colours at once; the choice is kept as without scripts. */
export class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      const { submitter, target } = event;
      if (!(submitter instanceof HTMLButtonElement) || !(target instanceof HTMLFormElement)) return;
      event.preventDefault();
      document.documentElement.dataset['theme'] = submitter.value;
      for (const button of target.querySelectorAll('button')) {
        button.setAttribute('aria-pressed', String(button === submitter));
      }
      const body = new FormData(target, submitter);
      // What could not be kept is chosen again on the next page.
      fetch(target.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
    });
  }
}
