import { expect, test } from '@jest/globals';
import type { EventOf } from '#contracts/events.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { fold } from '#decider/decider.js';
import { given } from '#decider/given-when-then.js';
import { EntryForms } from './entry-forms.js';
import {
  maxThesaurusChanges,
  maxThesaurusChangesADay,
  thesaurusDecider,
  type Judged,
  type ThesaurusCommand,
} from './thesaurus.decider.js';

const id = '0190a3c2-9c00-7000-8000-000000000001';
const at = '2026-01-02T03:04:05.000Z';
const actor = { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' } as const;
const by = { at, actor, ids: [id], seen: undefined };
const bridge: HouseEntry = {
  ...{ entryId: 'a', kind: 'gloss', term: 'bridge', inflections: ['bridges'], text: 'it opens' },
  ...{ sectionId: null, caseSensitive: false, wholeWords: true },
};
const fine: Judged = { rival: undefined, tooLarge: undefined };
const define = (entry: HouseEntry, more: Partial<Extract<ThesaurusCommand, { type: 'DefineEntry' }>> = {}) =>
  ({ ...by, type: 'DefineEntry', entry, isNew: false, judged: fine, ...more }) satisfies ThesaurusCommand;
const retire = (entryId: string, seen?: number): ThesaurusCommand => ({ ...by, type: 'RetireEntry', entryId, seen });
const defined = ({ kind, ...data }: HouseEntry, occurredAt = at) =>
  ({ id, occurredAt, type: kind === 'gloss' ? 'GlossDefined' : 'SubstitutionDefined', data: { ...data, actor } }) as
    EventOf<'GlossDefined'> | EventOf<'SubstitutionDefined'>;
const retired = (entryId: string) =>
  ({ id, occurredAt: at, type: 'EntryRetired', data: { entryId, actor } }) as EventOf<'EntryRetired'>;

test('an entry is defined, defined anew and retired; saying again what is so changes nothing', () => {
  given(thesaurusDecider, [])
    .when(define(bridge, { isNew: true }))
    .then([defined(bridge)]);
  const name = { ...bridge, kind: 'substitution' as const, text: 'plank' };
  given(thesaurusDecider, [defined(bridge)])
    .when(define(name))
    .then([defined(name)]);
  given(thesaurusDecider, [defined(bridge)])
    .when(define(bridge))
    .then([]);
  given(thesaurusDecider, [defined(bridge)])
    .when(retire('a'))
    .then([retired('a')]);
});

test('an entry that there is not, or not any more, is not found', () => {
  given(thesaurusDecider, []).when(define(bridge)).thenRejected('EntryUnknown', 'not found');
  given(thesaurusDecider, [defined(bridge), retired('a')])
    .when(retire('a'))
    .thenRejected('EntryUnknown', 'not found');
});

test('who has read an entry before its last change is told; changes of others do not count', () => {
  const past = [defined(bridge), defined({ ...bridge, entryId: 'b', term: 'pier' })];
  given(thesaurusDecider, past)
    .when(retire('a', 1))
    .then([retired('a')]);
  given(thesaurusDecider, past).when(retire('b', 1)).thenRejected('ChangedMeanwhile', 'changed meanwhile');
  given(thesaurusDecider, [...past, retired('a')])
    .when(retire('a', 1))
    .thenRejected('ChangedMeanwhile');
});

test('a day has so many changes, and the thesaurus in all', () => {
  const today = Array.from({ length: maxThesaurusChangesADay }, (_, time) => defined({ ...bridge, text: `${time}` }));
  given(thesaurusDecider, today).when(retire('a')).thenRejected('ChangedTooOften', 'too often');
  given(thesaurusDecider, today)
    .when(define({ ...bridge, text: today.at(-1)?.data.text ?? '' }))
    .then([]);
  const old = { ...fold(thesaurusDecider, [defined(bridge)]), version: maxThesaurusChanges };
  expect(() => thesaurusDecider.decide(retire('a'), old)).toThrow(/at most/);
});

test('of two entries for one form the second is refused, and the first is named', () => {
  const forms = new EntryForms();
  forms.add(bridge);
  const other = { ...bridge, entryId: 'b', term: 'pier', inflections: ['BRIDGES'] };
  const judged = forms.judge(other);
  expect(judged.rival).toEqual({ entryId: 'a', term: 'bridge', form: 'BRIDGES' });
  given(thesaurusDecider, [defined(bridge)])
    .when(define(other, { isNew: true, judged }))
    .thenRejected('EntriesConflict', 'invalid');
  expect(forms.judge({ ...other, kind: 'substitution' })).toEqual(fine);
  forms.remove('a');
  expect(forms.judge(other)).toEqual(fine);
});

test('there is no room beyond ten thousand entries, but for another saying of one that is there', () => {
  const forms = new EntryForms();
  for (let at = 0; at < 10_000; at += 1) forms.add({ ...bridge, entryId: `${at}`, term: `t${at}`, inflections: [] });
  const one = { ...bridge, entryId: 'new' };
  expect(forms.judge(one).tooLarge).toMatch(/10000 entries/);
  expect(forms.judge({ ...one, entryId: '7' }).tooLarge).toBeUndefined();
});
