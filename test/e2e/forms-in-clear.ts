/**
 * What a text looks like in clear: as it is, escaped, or in an encoding that hides nothing. Base64 has three forms, by
 * where in a longer text it stands; each without the characters that its neighbours decide.
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

/** Which of the forms stand in the text, whatever the case of those in clear. */
export function formsFoundIn(haystack: string, text: string): string[] {
  const lower = haystack.toLowerCase();
  return formsInClear(text).filter((form) => haystack.includes(form) || lower.includes(form.toLowerCase()));
}
