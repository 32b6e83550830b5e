import type { BodyFormat } from '#contracts/body-format.js';

/** What somebody entered. */
export interface Body {
  body: string;
  format: BodyFormat;
}

/** Its HTML, or why there is none: the process that renders ended, or did not answer, at this body alone. */
export type Rendered = { html: string } | { fault: string };
