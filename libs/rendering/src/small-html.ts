import type MarkdownIt from 'markdown-it';

/** The tags that the toolbar of comments writes where Markdown has none; with an attribute they are text. */
const tag = /<\/?(?:u|small|big)>/iy;

/** Lets these tags through, and no others, while `isAllowed`. What is not closed is closed by the sanitiser. */
export function allowSmallHtml(markdown: InstanceType<typeof MarkdownIt>, isAllowed: () => boolean): void {
  markdown.inline.ruler.before('autolink', 'small-html', (state, silent) => {
    if (!isAllowed() || state.src[state.pos] !== '<') return false;
    tag.lastIndex = state.pos;
    const [written] = tag.exec(state.src) ?? [];
    if (written === undefined) return false;
    if (!silent) state.push('html_inline', '', 0).content = written.toLowerCase();
    state.pos += written.length;
    return true;
  });
}
