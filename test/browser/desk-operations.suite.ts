import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { defaultReadSet } from '#read-models/read-set.js';
import { eventually } from '#testing/eventually.js';
import { inDatabase } from '#tools/stack/in-database.js';
import { get } from '../e2e/api-client.js';
import { whilePaused } from '../e2e/pause.js';
import { axeFindingsInBoth } from './axe-findings.js';
import { press, typeInto } from './keyboard.js';
import { aMember, enter, holdScripts, type Member, untilSaid } from './member.js';
import type { OnSite } from './on-site.js';

/** What an operator sees and does at the desk. */
export function deskOperations(site: OnSite, staff: () => Record<'admin', Member>): void {
  test('an operator sees the services, gives and takes a role, and changes the site, with the keyboard', async () => {
    const page = await enter(site, staff().admin, '/desk/operations');
    await page
      .getByRole('row', { name: /^users .*ready/ })
      .first()
      .waitFor();
    const asked = page.waitForResponse('**/desk/operations/now');
    await press(page, 'Refresh');
    expect((await asked).status()).toBe(200);
    const { id, username } = await aMember('Nora');
    await page.goto(`/desk/people/${id}`);
    await press(page, 'Give a role');
    await typeInto(page, 'Reason', 'She writes well');
    await press(page, `Give it to ${username}`);
    await untilSaid(page, `Granted to ${username}.`);
    await press(page, 'Take a role: contributor');
    await typeInto(page, 'Reason', 'She has left');
    await press(page, `Take it from ${username}`);
    await untilSaid(page, `Taken from ${username}.`);
    await page.goto('/desk/site');
    await typeInto(page, 'Rules', 'Be *kind*.');
    await page.locator('.preview em', { hasText: 'kind' }).waitFor();
    await press(page, 'Save');
    await untilSaid(page, 'Changed');
    const letScriptsCome = await holdScripts(page);
    await page.reload({ waitUntil: 'commit' });
    await page.getByRole('textbox', { name: 'Rules' }).fill('');
    const motto = await page.getByRole('textbox', { name: 'Motto' }).inputValue();
    await page.getByRole('textbox', { name: 'Motto' }).fill('Louder');
    await letScriptsCome();
    expect(await page.getByRole('textbox', { name: 'Rules' }).inputValue()).toBe('');
    expect(await page.getByRole('textbox', { name: 'Motto' }).inputValue()).toBe('Louder');
    await page.getByRole('textbox', { name: 'Motto' }).fill(motto);
    await press(page, 'Save');
    await untilSaid(page, 'Changed');
    await eventually(async () => (await get('/api/site/pages/rules')).status === 404, { what: 'the rules to be gone' });
  }, 40_000);

  test('an operator sees what stands still and why, and what is away', async () => {
    const place = `comments.events.v1/0/${Date.now()}`;
    const [topic, partition, offset] = place.split('/');
    const [halted, gap] = [`comment-${randomUUID()}`, `comment-${randomUUID()}`];
    const reason = 'column "body" of relation "comment" does not exist';
    const read = (text: string, values: unknown[]) =>
      inDatabase(process.env['E2E_POSTGRES_URL'] ?? '', 'read', (pool) => pool.query(text, values), defaultReadSet);
    await read('INSERT INTO halted_stream (stream, version, reason) VALUES ($1, 1, $2)', [halted, reason]);
    await read(`INSERT INTO parked_event (stream, version, event) SELECT *, 3, '{}' FROM unnest($1::text[])`, [
      [halted, gap],
    ]);
    await read(
      `INSERT INTO dead_letter (topic, partition, message_offset, stream, reason, headers, sent_at)
       VALUES ($1, $2, $3, $4, $5, '{}', now())`,
      [topic, partition, offset, halted, reason],
    );
    try {
      const page = await enter(site, staff().admin, '/desk/operations', { bypassCSP: true });
      expect(await page.locator('main').textContent()).not.toContain('nothing stands still');
      const stopped = await page.locator('.history li').allTextContents();
      const of = (stream: string, why: RegExp) => stopped.some((each) => each.includes(stream) && why.test(each));
      expect(of(halted, /since[^]*Halted: column "body" of relation "comment" does not exist/)).toBe(true);
      expect(of(gap, /since[^]*Parked: its event 3 came before an earlier one/)).toBe(true);
      const letter = page.getByRole('row', { name: place });
      expect(await letter.textContent()).toMatch(new RegExp(`${halted}[^]*${defaultReadSet}[^]*${reason}`));
      const row = page.getByRole('row', { name: /^articles .*not ready/ }).first();
      // The page refreshes itself: what is away is read while it is.
      await whilePaused('articles', async () => {
        await press(page, 'Refresh');
        await row.filter({ hasText: /timed out/ }).waitFor();
        const unknown = page.getByRole('region', { name: 'Could not be learned now' });
        await unknown.filter({ hasText: 'the outbox of articles: no replica of it has told' }).waitFor();
      });
      expect(await axeFindingsInBoth(page)).toEqual([]);
    } finally {
      for (const table of ['halted_stream', 'parked_event', 'dead_letter']) {
        await read(`DELETE FROM ${table} WHERE stream = ANY ($1)`, [[halted, gap]]);
      }
    }
  }, 40_000);
}
