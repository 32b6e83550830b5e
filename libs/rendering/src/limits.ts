import type { BudgetOf } from './budget.js';

// Each is many times what ordinary texts need; see docs/adr/0018.

/** Characters of Markdown; a longer body is shown as text. */
export const longestMarkdown = 200_000;

/** Bytes of HTML for each byte of the body. Escaped plain text needs at most six, for a quote. */
export const bytesPerByte = 8;

/** Bytes of HTML that a body may have in addition: a short body may consist of links. */
export const bytesForAny = 4_096;

/** Elements of HTML that are open at once; the sanitiser searches them for each closing tag. */
export const maxOpenElements = 400;

/** Tags, attributes and paragraphs of an HTML body; they determine the memory. */
export const maxTags = 300_000;

/** Steps of the Markdown parser for each character: visits of positions, which repeat where brackets nest. */
export const stepsPerCharacter = 12;

/** Tokens for each character; the cells that fill up a table's rows count. */
export const tokensPerCharacter = 1;

/** Characters of addresses and titles inserted by references (`[a]`, `[a]: …`), for each character of the body. */
export const referencedPerCharacter = 2;

/** Steps, tokens and referenced characters that a body may take in addition. */
export const allowance = 4_096;

/** Upper bound of the HTML's bytes for a body of any format. */
export const maxRenderedBytes = (body: string): number => bytesPerByte * Buffer.byteLength(body) + bytesForAny;

/** A body's budget. It depends on the body alone, so that rendering stops at the same place in every run. */
export const budgetFor = (body: string): BudgetOf => ({
  bytes: maxRenderedBytes(body),
  attributes: maxRenderedBytes(body),
  openElements: maxOpenElements,
  tags: maxTags,
  steps: stepsPerCharacter * body.length + allowance,
  tokens: tokensPerCharacter * body.length + allowance,
  referenced: referencedPerCharacter * body.length + allowance,
});
