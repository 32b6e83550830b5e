import { conflict, tooOftenToday } from '#decider/rejection.js';

/** How often something was done: on the day (UTC) of the last time, counted from 1970, and in all. */
export interface TimesADay {
  day: number;
  times: number;
  inAll: number;
}

/** How often an article's comments may be reopened in a day (UTC). Closing is never refused: there is one for each, and one. */
export const maxReopeningsADay = 5;
/** How often it may be said in a day (UTC) when an article's comments close. */
export const maxClosingsSetADay = 20;
/** How often an article may be revised in a day (UTC), and in all: each decision reads the whole stream, texts and all. */
export const maxRevisionsADay = 50;
export const maxRevisions = 500;
/** The same of a draft. */
export const maxDraftsADay = 200;
export const maxDrafts = 1_000;
/** How often a draft may be submitted or scheduled in a day (UTC), and in all; between two of them it is given back once. */
export const maxDraftStepsADay = 50;
export const maxDraftSteps = 500;
/** Bytes that the saves of a draft, and what its article said since, may come to, each: a decision reads them all. */
export const maxBytesOfDraft = 8_000_000;
export const maxBytesOfArticle = 8_000_000;

const dayMs = 24 * 60 * 60 * 1_000;
const dayOf = (at: string) => Math.floor(Date.parse(at) / dayMs);

/** Once more. @param at ISO 8601 */
export function counted(before: TimesADay | undefined, at: string): TimesADay {
  const day = dayOf(at);
  return { day, times: before?.day === day ? before.times + 1 : 1, inAll: (before?.inAll ?? 0) + 1 };
}

const timesOn = (done: TimesADay | undefined, at: string) => (done?.day === dayOf(at) ? done.times : 0);

/** @throws Rejection */
export function requireFewReopenings(done: TimesADay | undefined, at: string): void {
  if (timesOn(done, at) < maxReopeningsADay) return;
  const sentence = 'Comments of an article are reopened five times a day (UTC) at most.';
  throw tooOftenToday('ReopenedTooOften', sentence, at);
}

/** @throws Rejection */
export function requireFewClosingsSet(done: TimesADay | undefined, at: string): void {
  if (timesOn(done, at) < maxClosingsSetADay) return;
  const sentence = `It is said ${maxClosingsSetADay} times a day (UTC) at most when comments close.`;
  throw tooOftenToday('ClosingSetTooOften', sentence, at);
}

/** @throws Rejection */
export function requireFewDrafts(done: TimesADay | undefined, at: string): void {
  if ((done?.inAll ?? 0) >= maxDrafts) throw conflict('SavedTooOften', `A draft is saved ${maxDrafts} times at most.`);
  if (timesOn(done, at) < maxDraftsADay) return;
  throw tooOftenToday('SavedTooOften', `A draft is saved ${maxDraftsADay} times a day (UTC) at most.`, at);
}

/** @throws Rejection */
export function requireFewRevisions(done: TimesADay | undefined, at: string): void {
  if ((done?.inAll ?? 0) >= maxRevisions) {
    throw conflict('RevisedTooOften', `An article is revised ${maxRevisions} times at most.`);
  }
  if (timesOn(done, at) < maxRevisionsADay) return;
  throw tooOftenToday('RevisedTooOften', `An article is revised ${maxRevisionsADay} times a day (UTC) at most.`, at);
}

/** @throws Rejection */
export function requireFewSteps(done: TimesADay | undefined, at: string): void {
  if ((done?.inAll ?? 0) >= maxDraftSteps) {
    throw conflict('SteppedTooOften', `A draft is submitted or scheduled ${maxDraftSteps} times at most.`);
  }
  if (timesOn(done, at) < maxDraftStepsADay) return;
  const sentence = `A draft is submitted or scheduled ${maxDraftStepsADay} times a day (UTC) at most.`;
  throw tooOftenToday('SteppedTooOften', sentence, at);
}

/** Bytes of what an event tells, as JSON. */
export const bytesTold = (data: object): number => Buffer.byteLength(JSON.stringify(data));

/** @param bytes that it came to so far @throws Rejection */
export function requireRoomInDraft(bytes: number): void {
  if (bytes < maxBytesOfDraft) return;
  throw conflict('DraftTooLong', `All that a draft has said is ${maxBytesOfDraft / 1_000_000} MB at most.`);
}

/** @param bytes that it came to so far @throws Rejection */
export function requireRoomInArticle(bytes: number): void {
  if (bytes < maxBytesOfArticle) return;
  throw conflict('ArticleTooLong', `All that an article has said is ${maxBytesOfArticle / 1_000_000} MB at most.`);
}
