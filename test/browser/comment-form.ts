import type { Page } from 'playwright-core';

interface Typed {
  name?: string;
  email?: string;
  website?: string;
  body?: string;
}

/** The form of a comment, as a person finds it by its labels. */
export const formOf = (page: Page) => ({
  name: page.getByLabel('Your name'),
  email: page.getByLabel('E-mail'),
  website: page.getByLabel('Website'),
  body: page.getByLabel('Your comment'),
  post: page.getByRole('button', { name: 'Post comment' }),
});

export async function fillIn(page: Page, typed: Typed): Promise<void> {
  const form = formOf(page);
  for (const name of ['name', 'email', 'website', 'body'] as const) {
    if (typed[name] !== undefined) await form[name].fill(typed[name]);
  }
}

/** What is typed into the form now. */
export async function typedInto(page: Page): Promise<Required<Typed>> {
  const { post: _, ...fields } = formOf(page);
  const values = await Promise.all(Object.values(fields).map((field) => field.inputValue()));
  return Object.fromEntries(Object.keys(fields).map((name, index) => [name, values[index]])) as Required<Typed>;
}

/** Posts, and waits until the page shows the comment. */
export async function postComment(page: Page, typed: Typed): Promise<void> {
  await fillIn(page, typed);
  const marked = page.locator('.comment.marked');
  const before = (await marked.count()) > 0 ? await marked.getAttribute('id') : '';
  await formOf(page).post.click();
  await page.locator(`.comment.marked:not([id="${before}"]) [data-posted]`).waitFor();
}
