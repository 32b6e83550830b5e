import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { deskRules, type Role } from '../../apps/web/src/lib/desk/rules.js';
import { introduceGuest } from '../e2e/api-client.js';
import { askSite, fromOwnPage } from './ask-site.js';
import type { Member } from './member.js';
import type { OnSite } from './on-site.js';

/** Route by role: each page, form and endpoint of the desk is asked for by everybody. */
export function deskRoles(site: OnSite, members: () => Record<Role | 'reader', Member>): void {
  const path = (of: string) => of.replace(/\[\w+\]/, randomUUID());
  const isForm = (of: string) => of.includes('?/') || of === '/desk/previews';
  const ask = (of: string, cookie: string) =>
    askSite(site.url + path(of), {
      headers: { cookie, ...(isForm(of) && fromOwnPage(site.url)) },
      ...(isForm(of) && { form: {} }),
    });

  test.each(Object.keys(deskRules))('%s', async (of) => {
    for (const role of ['editor', 'moderator', 'admin'] as const) {
      const { status, headers } = await ask(of, members()[role].cookie);
      const may = deskRules[of]?.may.includes(role);
      expect([of, role, status === 403]).toEqual([of, role, !may]);
      expect([of, headers['cache-control']]).toEqual([of, 'private, no-store']);
    }
    expect([of, (await ask(of, members().reader.cookie)).status]).toEqual([of, 403]);
    const { token } = await introduceGuest('Gustav');
    for (const cookie of ['', `guest=${token}`, 'session=forged forged']) {
      const { status, headers } = await ask(of, cookie);
      // What was typed stays on the page that says so.
      if (deskRules[of]?.isEndpoint || isForm(of)) expect([of, status]).toEqual([of, 401]);
      else expect([of, status, headers['location']?.split('=')[0]]).toEqual([of, 303, '/sign-in?back']);
    }
    if (!isForm(of)) return;
    const headers = { origin: 'https://evil.example', cookie: members().admin.cookie };
    expect([of, (await askSite(site.url + path(of), { headers, form: {} })).status]).toEqual([of, 403]);
  });

  test('a range that holds one’s own address is asked about once more, and nothing typed is lost', async () => {
    const headers = { ...fromOwnPage(site.url), cookie: members().moderator.cookie };
    const form = { range: '127.0.0.0/30', kind: 'premoderate', reason: 'spam', note: 'From here', lasts: 'day' };
    const { status, html } = await askSite(`${site.url}/desk/addresses?/sanction`, { headers, form });
    expect(status).toBe(409);
    expect(html).toContain('Your own address is in this range. Press the button once more');
    for (const kept of ['value="127.0.0.0/30"', 'From here']) expect(html).toContain(kept);
  });

  test('an action that stands behind another key of the address is judged by itself', async () => {
    const headers = { ...fromOwnPage(site.url), cookie: members().moderator.cookie };
    const url = `${site.url}/desk/people/${randomUUID()}`;
    for (const query of ['?/erase', '?from=1&/erase', '?from=1&/erase&/sanction']) {
      expect([query, (await askSite(url + query, { headers, form: {} })).status]).toEqual([query, 403]);
    }
  });

  test('also where only the data of a page is asked for', async () => {
    const headers = { cookie: members().moderator.cookie };
    for (const query of ['', '?x-sveltekit-invalidated=001', '?x-sveltekit-invalidated=000']) {
      const { status, html } = await askSite(`${site.url}/desk/site/__data.json${query}`, {
        headers,
      });
      expect([query, status]).toEqual([query, 403]);
      expect(html).not.toContain('timeZone');
    }
  });
}
