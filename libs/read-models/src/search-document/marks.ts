/**
 * Days of the blocks of time by which documents are found. A search looks into the newest two blocks of the first length,
 * then into those of the next, until it has enough: so the index alone tells what is new.
 */
export const blockDays = [4, 16, 64, 256, 1_024] as const;
export type BlockDays = (typeof blockDays)[number];

const dayMs = 86_400_000;
const blockOf = (days: number, ms: number) => Math.floor(ms / dayMs / days);

/** Lexemes beside the words of a document. They begin with a capital, and no word has one. */
export const kindMark = { article: 'Ka', comment: 'Kc' } as const;
export const personMark = (personId: string): string => `P${personId}`;
export const sectionMark = (sectionId: string): string => `S${sectionId}`;
const timeMark = (days: number, block: number) => `T${days}/${block}`;

/** The marks of a moment: a block of each length. @param at ISO 8601. */
export const marksOfTime = (at: string): string[] =>
  blockDays.map((days) => timeMark(days, blockOf(days, Date.parse(at))));

/** A tsquery of the block in which a moment lies and of the one before it: at least `days` up to the moment. */
export function newestBlocks(days: BlockDays, ms: number): string {
  const block = blockOf(days, ms);
  return `('${timeMark(days, block)}' | '${timeMark(days, block - 1)}')`;
}

/** The first moment of these blocks, in milliseconds. */
export const beginOfBlocks = (days: BlockDays, ms: number): number => (blockOf(days, ms) - 1) * days * dayMs;
