const longest = 80;

/** A readable slug of a title: lower-case letters and digits joined by hyphens; `article` if nothing is left. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{Letter}\p{Number}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? word.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug || 'article';
}
