import { onMount } from 'svelte';
import { browser } from '$app/env';

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What somebody has typed or ticked before the scripts ran stays: hydration puts back what the server sent, for one where a
 * long text was cleared. Called while a layout is made, which is before what is in it.
 */
export function keepTyped(): void {
  if (!browser) return;
  const typed = [...document.querySelectorAll<Typed>('main :is(input, textarea, select)')]
    .filter(isChanged)
    .map((field) => ({ field, value: valueOf(field) }));
  onMount(() => {
    for (const { field, value } of typed) if (field.isConnected && valueOf(field) !== value) put(field, value);
  });
}

const isTicked = (field: Typed): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';

const valueOf = (field: Typed): string | boolean => (isTicked(field) ? field.checked : field.value);

function isChanged(field: Typed): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  return field.type !== 'hidden' && field.type !== 'file' && field.value !== field.defaultValue;
}

function put(field: Typed, value: string | boolean): void {
  if (isTicked(field)) field.checked = value === true;
  else field.value = String(value);
  // What is bound to it hears of it as if it were typed now.
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}
