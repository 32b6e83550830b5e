export { longestHouseBody, longestHouseText, longestTerm, maxInflections } from '#contracts/thesaurus/house-entry.js';

/** Entries of a thesaurus. */
export const maxEntries = 10_000;

/** Characters of all terms and inflections together, folded; they determine the memory of a compiled thesaurus. */
export const maxFormCharacters = 2_000_000;

/** Bytes that annotations may add for each byte of the HTML or text; what comes behind stays as the source has it. */
export const addedBytesPerByte = 4;

/** Bytes that annotations may add in addition: a short text may have a long aside. */
export const addedBytesForAny = 16_384;

/** Upper bound of the bytes that annotations add. */
export const maxAddedBytes = (text: string): number => addedBytesPerByte * Buffer.byteLength(text) + addedBytesForAny;

/** Entries that one article is pinned to; of more that may occur in it those with the shortest terms are left out. */
export const maxPinnedEntries = 300;

/** Bytes of JSON of those entries: they are in each event that says what the article says. */
export const maxPinnedBytes = 100_000;
