import type { Step } from './large-newsroom.js';

const [width, height, left, bottom, right, top] = [720, 420, 60, 50, 190, 20];
const colours = ['#b3261e', '#1f5fa8', '#2e7d32', '#8a5a00', '#6a3fa0', '#00767a', '#a0305f', '#555555', '#946000'];

/** The p99 of each question over the size of the newsroom, both on logarithmic scales, as SVG. */
export function plot(steps: readonly Step[]): string {
  const names = [...(steps[0]?.by.keys() ?? [])];
  const all = steps.flatMap(({ by }) => [...by.values()].map(({ p99 }) => p99));
  const [low, high] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const [first, last] = [Math.log10(steps[0]?.articles ?? 1), Math.log10(steps.at(-1)?.articles ?? 10)];
  const x = (articles: number) =>
    left + ((Math.log10(articles) - first) / (last - first || 1)) * (width - left - right);
  const y = (ms: number) => height - bottom - ((Math.log10(ms) - low) / (high - low || 1)) * (height - bottom - top);
  const text = (at: [number, number], said: string, more = '') =>
    `<text x="${at[0]}" y="${at[1]}" ${more}>${said}</text>`;
  const grid = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at)).map(
    (ms) =>
      `<path d="M${left} ${y(ms)}H${width - right}" stroke="#ccc"/>${text([left - 6, y(ms) + 4], `${ms} ms`, 'text-anchor="end"')}`,
  );
  const sizes = steps.map(({ articles, comments }) =>
    text([x(articles), height - bottom + 20], `${short(articles)} + ${short(comments)}`, 'text-anchor="middle"'),
  );
  const lines = names.map((name, at) => {
    const points = steps.map(({ articles, by }) => `${x(articles)} ${y(by.get(name)?.p99 ?? 1)}`).join('L');
    const [colour, row] = [colours[at % colours.length], top + 12 + at * 20];
    const sample = `<path d="M${width - right + 14} ${row - 4}h18" stroke="${colour}" stroke-width="3"/>`;
    return `<path d="M${points}" fill="none" stroke="${colour}" stroke-width="2"/>${sample}${text([width - right + 38, row], name)}`;
  });
  const about = text([left, height - 10], 'p99 of an answer from the rows, by articles + comments');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">` +
    `<title>p99 of lists and search in newsrooms of three sizes</title><rect width="100%" height="100%" fill="#fff"/>` +
    `${[...grid, ...sizes, ...lines, about].join('')}</svg>\n`
  );
}

const short = (count: number) =>
  count >= 1e6 ? `${(count / 1e6).toFixed(1)}M` : count >= 1e3 ? `${Math.round(count / 1e3)}k` : String(count);
