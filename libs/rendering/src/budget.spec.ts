import { expect, test } from '@jest/globals';
import { Budget, type BudgetOf } from './budget.js';
import { renderMarkdown } from './budgeted-markdown.js';
import { htmlAsWritten } from './html-as-written.js';
import { budgetFor } from './limits.js';
import { sanitise } from './sanitise.js';

const plenty: BudgetOf = budgetFor('x'.repeat(1_000));

test.each<[keyof BudgetOf, (budget: Budget) => string]>([
  ['steps', (budget) => renderMarkdown('text', budget)],
  ['tokens', (budget) => renderMarkdown('text', budget)],
  ['attributes', (budget) => renderMarkdown('[link](/x)', budget)],
  ['referenced', (budget) => renderMarkdown('[link]\n\n[link]: /x', budget)],
  ['tags', (budget) => htmlAsWritten('<p>text</p>', budget)],
  ['tags', (budget) => htmlAsWritten('text', budget)],
  ['openElements', (budget) => sanitise('<p>text</p>', budget)],
  ['bytes', (budget) => sanitise('<p>text</p>', budget)],
])('a text that exceeds its budget of %s is given up; one within it is not', (what, render) => {
  expect(() => render(new Budget({ ...plenty, [what]: 0 }))).toThrow(expect.objectContaining({ what }));
  expect(render(new Budget(plenty))).toMatch(/text|link/);
});
