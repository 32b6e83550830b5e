import { test } from '@jest/globals';
import { maxBytesOfMutes, maxMutes, type Mute } from '#contracts/people/mute.commands.js';
import { mutesChanged } from '#contracts/people/person.examples.js';
import { given } from '#decider/given-when-then.js';
import { mutesDecider } from './mutes.decider.js';

const { personId, actor } = mutesChanged;
const by = { at: '2026-01-02T03:04:05.000Z', actor, ids: ['0190a3c2-9c00-7000-8000-000000000001'] };
const tag: Mute = { kind: 'tag', key: 'harbour' };
const source: Mute = { kind: 'source', key: 'harbour' };
const mute = (what: Mute, mutes?: Mute[]) => ({ ...by, type: 'Mute' as const, personId, mute: what, mutes });
const unmute = (what: Mute, mutes?: Mute[]) => ({ ...mute(what, mutes), type: 'Unmute' as const });
const changed = (...mutes: Mute[]) => ({
  ...{ id: by.ids[0] ?? '', occurredAt: by.at, type: 'MutesChanged' as const },
  data: { personId, actor, mutes: JSON.stringify(mutes) },
});

test('each change says all that is muted', () => {
  given(mutesDecider, [])
    .when(mute(tag, []))
    .then([changed(tag)]);
  given(mutesDecider, [])
    .when(mute(source, [tag]))
    .then([changed(tag, source)]);
  given(mutesDecider, [])
    .when(unmute(tag, [tag, source]))
    .then([changed(source)]);
});

test('repeating it changes nothing', () => {
  given(mutesDecider, [])
    .when(mute(tag, [source, tag]))
    .then([]);
  given(mutesDecider, [])
    .when(unmute(tag, [source]))
    .then([]);
});

test('nobody mutes themselves, and nobody more than one can', () => {
  given(mutesDecider, [])
    .when(mute({ kind: 'person', key: personId }, []))
    .thenRejected('MutesOneself', 'invalid');
  const many = Array.from({ length: maxMutes }, (_, at): Mute => ({ kind: 'tag', key: String(at) }));
  given(mutesDecider, []).when(mute(tag, many)).thenRejected('MutesTooMany', 'conflict');
  given(mutesDecider, [])
    .when(unmute({ kind: 'tag', key: '0' }, many))
    .then([changed(...many.slice(1))]);
});

test('all that somebody mutes has a most in bytes, and they can unmute then', () => {
  const long = Array.from({ length: Math.floor(maxBytesOfMutes / 1_020) }, (_, at): Mute => ({
    ...{ kind: 'tag', key: `${at}${'é'.repeat(490)}` },
  }));
  const [first] = long as [Mute];
  given(mutesDecider, [])
    .when(mute({ kind: 'tag', key: 'é'.repeat(490) }, long))
    .thenRejected('MutesTooMany', 'conflict');
  given(mutesDecider, [])
    .when(unmute(first, long))
    .then([changed(...long.slice(1))]);
});

test('who is erased mutes nothing', () => {
  given(mutesDecider, []).when(mute(tag)).thenRejected('PersonErased', 'not signed in');
});
