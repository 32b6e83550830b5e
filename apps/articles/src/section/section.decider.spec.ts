import { expect, test } from '@jest/globals';
import { given } from '#decider/given-when-then.js';
import { fold } from '#decider/decider.js';
import { maxSectionChangesADay, maxSections, sectionDecider } from './section.decider.js';

const sectionId = '0190a3c2-8b11-7d52-8a44-0c1d2e3f4071';
const id = '0190a3c2-9c00-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';
const actor = { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' } as const;
const by = { at, actor, ids: [id] };
const said = { slug: 'harbour', name: 'Harbour', description: '', position: 10 };
const open = { ...by, type: 'OpenSection', sectionId, ...said, sections: 0 } as const;
const opened = {
  id,
  occurredAt: at,
  type: 'SectionOpened',
  data: { sectionId, ...said, isOpen: true, actor },
} as const;
const change = (changes: object, slug = 'harbour') =>
  ({ ...by, type: 'ChangeSection', sectionId, slug, changes }) as const;
const changed = (more: object) => ({ ...opened, type: 'SectionChanged', data: { ...opened.data, ...more } }) as const;

test('a section is opened once, and there are not too many', () => {
  given(sectionDecider, []).when(open).then([opened]);
  given(sectionDecider, [opened]).when(open).thenRejected('SectionOpenedAlready');
  given(sectionDecider, [])
    .when({ ...open, sections: maxSections })
    .thenRejected('TooManySections', 'conflict');
});

test('a change says all of it; saying what is so changes nothing', () => {
  given(sectionDecider, [opened])
    .when(change({ name: 'Port' }, 'port'))
    .then([changed({ name: 'Port', slug: 'port' })]);
  given(sectionDecider, [opened])
    .when(change({ isOpen: false, description: undefined }))
    .then([changed({ isOpen: false })]);
  given(sectionDecider, [opened])
    .when(change({ name: 'Harbour', position: 10 }))
    .then([]);
});

test('it is said when comments close there, and taken back', () => {
  const never = { commentsCloseAfterDays: 'never' } as const;
  given(sectionDecider, [])
    .when({ ...open, ...never })
    .then([{ ...opened, data: { ...opened.data, ...never } }]);
  given(sectionDecider, [opened])
    .when(change({ commentsCloseAfterDays: null }))
    .then([]);
  given(sectionDecider, [opened])
    .when(change(never))
    .then([changed(never)]);
  given(sectionDecider, [opened, changed(never)])
    .when(change({ position: 20 }))
    .then([changed({ ...never, position: 20 })]);
  given(sectionDecider, [opened, changed(never)])
    .when(change({ commentsCloseAfterDays: null }))
    .then([changed({ commentsCloseAfterDays: null })]);
});

test('a section that is not there is not changed', () => {
  given(sectionDecider, [])
    .when(change({ name: 'Port' }))
    .thenRejected('SectionUnknown', 'not found');
});

test('nobody makes its stream grow without end', () => {
  const often = Array.from({ length: maxSectionChangesADay }, (_, position) => changed({ position }));
  given(sectionDecider, [opened, ...often])
    .when(change({ name: 'Port' }))
    .thenRejected('ChangedTooOften', 'too often');
  expect(fold(sectionDecider, [opened, ...often]).changed?.times).toBe(maxSectionChangesADay + 1);
});
