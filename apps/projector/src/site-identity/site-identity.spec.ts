import { expect, test } from '@jest/globals';
import type { OpenedEvent } from '#contracts/events.js';
import type { SiteIdentityRow } from '#read-models/site-identity/site-identity.entity.js';
import type { Body } from '#rendering/body.js';
import { renderBody } from '#rendering/render-body.js';
import { recorded } from '#testing/recorded.js';
import { showBodies } from '../batch-context.js';
import { siteIdentity } from './site-identity.projection.js';

const renderer = {
  render: (bodies: Body[]) => Promise.resolve(bodies.map(({ body, format }) => ({ html: renderBody(body, format) }))),
};
const actor = { kind: 'system', rule: 'test' } as const;
const days = ['2026-01-02T00:00:00.000Z', '2026-01-03T00:00:00.000Z', '2026-01-04T00:00:00.000Z'];
const [first, second, third] = days;

async function after(...said: object[]): Promise<SiteIdentityRow | undefined> {
  const events = said.map((data, at) =>
    recorded({
      ...{ type: 'SiteDescribed', stream: 'site', version: at + 1, topic: 'articles.events.v1', key: 'site' },
      ...{ occurredAt: days[at] ?? '', data: () => ({ ...data, actor }) },
    }),
  ) as OpenedEvent[];
  const context = { bodies: await showBodies(renderer, events), isGone: () => false };
  let row: SiteIdentityRow | undefined;
  for (const event of events) row = siteIdentity.evolve(row, event, 'site', context);
  return row;
}

test('each page has its own text, rendered and sanitised, and its own time', async () => {
  const rules = 'Be *kind* <script>alert(1)</script>';
  expect(await after({ name: 'A', rules }, { privacy: 'None' })).toMatchObject({
    ...{ id: 'site', name: 'A', motto: null, rules, rulesUpdatedAt: first },
    ...{ privacy: 'None', privacyHtml: '<p>None</p>\n', privacyUpdatedAt: second },
    ...{ imprint: null, imprintHtml: null, imprintUpdatedAt: null, updatedAt: second },
  });
  const html = (await after({ rules }))?.rulesHtml;
  expect([html?.includes('<em>kind</em>'), html?.includes('<script')]).toEqual([true, false]);
});

test('a page that was taken away leaves nothing, and an empty motto stays empty', async () => {
  const row = await after({ motto: 'So', imprint: 'Ada' }, { imprint: null }, { motto: '' });
  const gone = { imprint: null, imprintHtml: null, imprintUpdatedAt: null };
  expect(row).toMatchObject({ ...gone, motto: '', updatedAt: third });
});
