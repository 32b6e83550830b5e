/** Entries of a thesaurus. */
export const maxEntries = 10_000;

/** Characters of a term or of one of its inflections. */
export const longestTerm = 200;

/** Characters of an aside or a house name. */
export const longestHouseText = 500;

export const maxInflections = 20;

/** Characters of all terms and inflections together, folded; they determine the memory of a compiled thesaurus. */
export const maxFormCharacters = 2_000_000;

/** Bytes that annotations may add for each byte of the HTML or text; what comes behind stays as the source has it. */
export const addedBytesPerByte = 4;

/** Bytes that annotations may add in addition: a short text may have a long aside. */
export const addedBytesForAny = 16_384;

/** Upper bound of the bytes that annotations add. */
export const maxAddedBytes = (text: string): number => addedBytesPerByte * Buffer.byteLength(text) + addedBytesForAny;
