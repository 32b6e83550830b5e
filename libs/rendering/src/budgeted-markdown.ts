import MarkdownIt from 'markdown-it';
import { Budget } from './budget.js';
import { budgetFor } from './limits.js';

/**
 * Markdown-it whose work is counted where it is done, so that it stops in the middle of what would take too long: no
 * limit of its own is on the whole of a text, and several of them multiply.
 */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** Of the body at hand: rendering is synchronous. */
let budget = new Budget(budgetFor(''));

countPositions();
countTokens();
countWhatIsScanned();
countAttributes();

/** @throws BudgetSpent */
export function renderMarkdown(body: string, of: Budget): string {
  budget = of;
  return markdown.render(body);
}

/**
 * Each position and line costs a step each time it is looked at: by rules that match nothing, before all others, and
 * where what was found there before is passed by, which every bracket that never closes does to the end of the text.
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

/** Tokens are what takes memory. The text of an image is parsed anew inside of those around it. */
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

/** Labels, addresses and titles are looked for from each bracket on, far into the text. */
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

/** A reference's address and title stand in the text once, and in the HTML as often as it is used. */
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
