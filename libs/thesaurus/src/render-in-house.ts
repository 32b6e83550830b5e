import type { Body, HouseView, InHouse, Rendered } from '#rendering/body.js';
import { renderBody } from '#rendering/render-body.js';
import { annotateHtml } from './annotate-html.js';
import { annotateText } from './annotate-text.js';
import { compileThesaurus } from './compile-thesaurus.js';
import { thesaurusEntryOf } from './thesaurus-entry.js';

/** A body's HTML, and the house view of the article whose body it is. The result depends on the body alone. */
export function renderInHouse({ body, format, isComment, inHouse }: Body): Extract<Rendered, { html: string }> {
  const html = renderBody(body, format, isComment);
  return inHouse ? { html, house: houseViewOf(html, inHouse) } : { html };
}

function houseViewOf(html: string, { title, description, entries, place }: InHouse): HouseView {
  const compiled = compileThesaurus(entries.map(thesaurusEntryOf));
  return {
    title: annotateText(title, compiled, place),
    description: annotateText(description, compiled, place),
    html: annotateHtml(html, compiled, place),
  };
}
