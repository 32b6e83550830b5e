/**
 * The forms of a text that hide nothing: as it is, escaped, or in an encoding. Base64 has three forms, by the text's offset
 * in a longer one; each is without the characters that depend on its neighbours.
 */
export function formsInClear(text: string): string[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const decidedByNext = (before + bytes.length) % 3 === 0 ? 0 : 1;
    return encoded.slice(before === 0 ? 0 : before + 1, encoded.length - decidedByNext);
  });
  const url = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  const inverted = [...text].reverse().join('');
  return [...new Set([text, inverted, encodeURIComponent(text), bytes.toString('hex'), ...base64, ...url])];
}

/** Which of the forms occur in the text; case does not matter for those in clear. */
export function formsFoundIn(haystack: string, text: string): string[] {
  const lower = haystack.toLowerCase();
  return formsInClear(text).filter((form) => haystack.includes(form) || lower.includes(form.toLowerCase()));
}
