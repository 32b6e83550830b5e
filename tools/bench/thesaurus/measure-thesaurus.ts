import { renderBody } from '#rendering/render-body.js';
import { annotateHtml } from '#thesaurus/annotate-html.js';
import { compileThesaurus } from '#thesaurus/compile-thesaurus.js';
import type { Benchmark } from '../benchmark.js';
import { compare, type Figure } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { sentences } from '../sentences.js';
import { milliseconds } from '../show.js';
import { houseEntries } from './house-entries.js';

const repetitions = 20;
const longestArticle = 50_000;

/** An article of 50,000 characters in the house view, beside rendering it from Markdown. */
export const measureThesaurus: Benchmark = async ({ rounds }) => {
  const body = Array.from({ length: 400 }, (_, n) => sentences(n))
    .join('\n\n')
    .slice(0, longestArticle);
  const html = renderBody(body, 'markdown');
  const figures: Figure[] = [];
  for (const count of [0, 100, 10_000]) {
    const compiled = compileThesaurus(houseEntries(count));
    const name = `house view by ${count.toLocaleString('en')} entries (rendering)`;
    const results = await inRounds(
      name,
      { rounds, show: milliseconds },
      {
        ours: () => Promise.resolve(timeOf(() => annotateHtml(html, compiled))),
        reference: () => Promise.resolve(timeOf(() => renderBody(body, 'markdown'))),
      },
    );
    figures.push(compare({ name, ...results, show: milliseconds, target: { atMost: maxRatio } }));
  }
  return figures;
};

const maxRatio = 4;

/** Milliseconds of one of several runs. */
function timeOf(work: () => string): number {
  const begun = performance.now();
  for (let run = 0; run < repetitions; run += 1) work();
  return (performance.now() - begun) / repetitions;
}
