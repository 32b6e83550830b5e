import type { BodyFormat } from '#contracts/body-format.js';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';

/** An article's texts, as HTML and as plain text. */
export interface HouseView {
  title: string;
  description: string;
  html: string;
}

/** What of the house thesaurus an article is shown with, beside its body. */
export interface InHouse extends Omit<HouseView, 'html'> {
  entries: HouseEntry[];
  place: { sectionId?: string | undefined };
}

/** A text as it was entered. */
export interface Body {
  body: string;
  format: BodyFormat;
  /** Of a comment: with the small HTML of its toolbar, and pictures are links. */
  isComment?: true;
  inHouse?: InHouse;
}

/** Its HTML, and its house view if one was asked for; or why there is none: the rendering process ended, or did not answer, for this body alone. */
export type Rendered = { html: string; house?: HouseView } | { fault: string };
