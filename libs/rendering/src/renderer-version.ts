/**
 * Stored beside what was rendered. Whoever changes what a body becomes, or its house view, raises it: what has an older one
 * is then rendered anew. `renderer-version.spec.ts` notices.
 */
export const rendererVersion = 3;
