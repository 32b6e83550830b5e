import type { BudgetOf } from './budget.js';

// Each is many times what ordinary texts take; see docs/adr/0018.

/** Characters of Markdown; a longer body is shown as text. */
export const longestMarkdown = 200_000;

/** Bytes of HTML for each byte of the body. The most that text as such can take is six, for a quote. */
export const bytesPerByte = 8;

/** Bytes of HTML that a body may have beyond that: a short one may be all links. */
export const bytesForAny = 4_096;

/** Elements of HTML open at once; the sanitiser looks through them for each tag that closes. */
export const mostOpenElements = 400;

/** Tags, attributes and paragraphs of a body of HTML: what takes memory. */
export const mostTags = 300_000;

/** Steps of the Markdown parser for each character: positions it looks at, over and over where brackets nest. */
export const stepsPerCharacter = 12;

/** Tokens for each character; rows that a table is filled up with count. */
export const tokensPerCharacter = 1;

/** Characters of addresses and titles put in by references (`[a]`, `[a]: …`), for each character of the body. */
export const referencedPerCharacter = 2;

/** Steps, tokens and referenced characters that a body may take beyond that. */
export const allowance = 4_096;

/** The most bytes of HTML that a body of any format renders to. */
export const mostRenderedBytes = (body: string): number => bytesPerByte * Buffer.byteLength(body) + bytesForAny;

/** What rendering a body may take: a function of the body, so that it ends at the same place in every run. */
export const budgetFor = (body: string): BudgetOf => ({
  bytes: mostRenderedBytes(body),
  attributes: mostRenderedBytes(body),
  openElements: mostOpenElements,
  tags: mostTags,
  steps: stepsPerCharacter * body.length + allowance,
  tokens: tokensPerCharacter * body.length + allowance,
  referenced: referencedPerCharacter * body.length + allowance,
});
