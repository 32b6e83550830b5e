import type { BodyFormat } from '#contracts/body-format.js';

/** A text as it was entered. */
export interface Body {
  body: string;
  format: BodyFormat;
}

/** Its HTML, or why there is none: the rendering process ended, or did not answer, for this body alone. */
export type Rendered = { html: string } | { fault: string };
