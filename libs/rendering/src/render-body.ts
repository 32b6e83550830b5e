import type { BodyFormat } from '#contracts/body-format.js';
import { Budget, BudgetSpent } from './budget.js';
import { renderMarkdown } from './budgeted-markdown.js';
import { htmlAsWritten } from './html-as-written.js';
import { budgetFor, longestMarkdown } from './limits.js';
import { renderText } from './render-text.js';
import { sanitise } from './sanitise.js';

/**
 * A body as entered, as HTML that runs nothing; a function of the body alone. One that takes more than its budget is
 * shown as text: it never gives more than `mostRenderedBytes(body)`.
 */
export function renderBody(body: string, format: BodyFormat): string {
  try {
    return renderMarkup(body, format);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
  // Not before the error is let go: its stack holds what was made until then.
  return renderText(body);
}

function renderMarkup(body: string, format: BodyFormat): string {
  const budget = new Budget(budgetFor(body));
  switch (format) {
    case 'text':
      return renderText(body);
    case 'markdown':
      return body.length > longestMarkdown ? renderText(body) : sanitise(renderMarkdown(body, budget), budget);
    case 'html':
      return sanitise(htmlAsWritten(body, budget), budget);
  }
}
