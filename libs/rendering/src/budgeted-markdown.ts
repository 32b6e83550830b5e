import MarkdownIt from 'markdown-it';
import { Budget } from './budget.js';
import { budgetFor } from './limits.js';
import { allowSmallHtml } from './small-html.js';

/**
 * Markdown-it with its work counted as it is done, so that it stops in the middle of work that would take too long: its own
 * limits do not bound a whole text, and several of them multiply.
 */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** The budget of the current body, and whether it is a comment's: rendering is synchronous. */
let budget = new Budget(budgetFor(''));
let isOfComment = false;

allowSmallHtml(markdown, () => isOfComment);

countPositions();
countTokens();
countWhatIsScanned();
countAttributes();

/** @throws BudgetSpent */
export function renderMarkdown(body: string, of: Budget, isComment = false): string {
  budget = of;
  isOfComment = isComment;
  return markdown.render(body);
}

/**
 * Each visit of a position or line costs a step. Rules that match nothing, before all others, count the visits; so does
 * `skipToken`, which an unclosed bracket calls to the end of the text, over and over.
 */
function countPositions(): void {
  const step = () => {
    budget.spend('steps', 1);
    return false;
  };
  markdown.inline.ruler.before('text', 'budget', step);
  markdown.block.ruler.before('table', 'budget', step, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  const { inline } = markdown;
  const skipToken = inline.skipToken.bind(inline);
  const counted: Pick<typeof inline, 'skipToken'> = {
    skipToken(state) {
      budget.spend('steps', 1);
      skipToken(state);
    },
  };
  Object.assign(inline, counted);
}

/** Tokens determine the memory. An image's text is parsed again inside each image around it. */
function countTokens(): void {
  const { inline, block } = markdown;
  class CountedInline extends inline.State {
    constructor(...given: ConstructorParameters<typeof inline.State>) {
      super(...given);
      budget.spend('steps', this.src.length);
    }

    override push(...given: Parameters<InstanceType<typeof inline.State>['push']>) {
      budget.spend('tokens', 1);
      return super.push(...given);
    }
  }
  class CountedBlock extends block.State {
    override push(...given: Parameters<InstanceType<typeof block.State>['push']>) {
      budget.spend('tokens', 1);
      return super.push(...given);
    }
  }
  inline.State = CountedInline;
  block.State = CountedBlock;
}

/** The parser scans for labels, addresses and titles from each bracket, far into the text. */
function countWhatIsScanned(): void {
  const { parseLinkLabel, parseLinkDestination, parseLinkTitle } = markdown.helpers;
  const counted: Partial<typeof markdown.helpers> = {
    parseLinkLabel(state, start, disableNested) {
      const end = parseLinkLabel(state, start, disableNested);
      if (end >= 0) budget.spend('steps', end - start);
      return end;
    },
    parseLinkDestination(text, start, most) {
      const found = parseLinkDestination(text, start, most);
      budget.spend('steps', found.ok ? found.pos - start : 0);
      return found;
    },
    parseLinkTitle(text, start, most, before) {
      const found = parseLinkTitle(text, start, most, before);
      budget.spend('steps', found.ok ? found.pos - start : 0);
      return found;
    },
  };
  Object.assign(markdown.helpers, counted);
}

const isReference = (token: { attrs: unknown; meta?: Record<string, unknown> | null }) =>
  token.meta?.['label'] !== undefined;

/** A reference's address and title are in the text once, and in the HTML as often as it is used. */
function countAttributes(): void {
  const { renderer } = markdown;
  const renderAttrs = renderer.renderAttrs.bind(renderer);
  const counted: Pick<typeof renderer, 'renderAttrs'> = {
    renderAttrs(token) {
      const attributes = renderAttrs(token);
      budget.spend('attributes', attributes.length);
      if (isReference(token)) budget.spend('referenced', attributes.length);
      return attributes;
    },
  };
  Object.assign(renderer, counted);
}
