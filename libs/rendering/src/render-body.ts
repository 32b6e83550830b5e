import type { BodyFormat } from '#contracts/body-format.js';
import { Budget, BudgetSpent } from './budget.js';
import { renderMarkdown } from './budgeted-markdown.js';
import { htmlAsWritten } from './html-as-written.js';
import { budgetFor, longestMarkdown } from './limits.js';
import { renderText } from './render-text.js';
import { sanitise } from './sanitise.js';

/**
 * Renders a body to HTML that runs nothing. The result depends on the body alone, and on whether it is a comment's. A body that
 * exceeds its budget is shown as text. The HTML never exceeds `maxRenderedBytes(body)`.
 */
export function renderBody(body: string, format: BodyFormat, isComment = false): string {
  try {
    return renderMarkup(body, format, isComment);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
  // Outside the catch: the error's stack keeps the partial result alive until then.
  return renderText(body);
}

function renderMarkup(body: string, format: BodyFormat, isComment: boolean): string {
  const budget = new Budget(budgetFor(body));
  switch (format) {
    case 'text':
      return renderText(body);
    case 'markdown':
      if (body.length > longestMarkdown) return renderText(body);
      return sanitise(renderMarkdown(body, budget, isComment), budget, isComment);
    case 'html':
      return sanitise(htmlAsWritten(body, budget), budget, isComment);
  }
}
