import type { Page } from 'playwright-core';
import type { Account } from '../e2e/api-client.js';
import { press } from './press.js';

/** Signs somebody in by the site's form, and leads to their own pages. */
export async function signIn(page: Page, { email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in?back=/account');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}
