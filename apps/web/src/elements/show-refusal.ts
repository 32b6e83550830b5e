import type { FormState } from '../lib/comment-form.js';

/**
 * Says beside each field what is wrong with it, as the page without scripts does, and puts who typed it at the first one.
 * @returns what is not about a field.
 */
export function showRefusal(form: HTMLFormElement, { values, errors, message = '' }: FormState): string {
  for (const old of form.querySelectorAll('.wrong')) old.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  }
  const wrong = Object.entries(errors).flatMap(([name, text]) => {
    const field = form.querySelector<HTMLElement>(`#${name}`);
    const said = document.createElement('span');
    Object.assign(said, { className: 'wrong', id: `wrong-${name}`, textContent: text });
    field?.setAttribute('aria-invalid', 'true');
    field?.setAttribute('aria-describedby', said.id);
    (field?.parentElement ?? form.querySelector('.nicks') ?? form).append(said);
    return field ?? [];
  });
  setField(form, 'key', values.key);
  // A browser may have filled in what nobody sees.
  setField(form, 'homepage2', '');
  wrong.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  wrong[0]?.focus();
  return message;
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
