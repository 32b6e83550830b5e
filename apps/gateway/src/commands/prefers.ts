const token = "[!#$%&'*+.^_`|~\\w-]+";
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
/** A part between commas outside of quotes; a quote that is not closed reaches to the end. */
const members = /(?:[^",]|"(?:[^"\\]|\\.)*(?:"|\\?$))+/g;
/** A name, an optional value, and parameters, which none of our preferences has. */
const preference = new RegExp(`^\\s*(${token})\\s*(?:=\\s*(${token}|${quoted})?\\s*)?(?:;|$)`);

/**
 * Whether a client states a preference by a name without a value (RFC 7240). The first of several of one name counts.
 * Text that is no preference is ignored, as the RFC allows.
 * @param header the values of several headers, joined by commas.
 */
export function prefers(header: string | string[] | undefined, name: string): boolean {
  for (const [member] of String(header ?? '').matchAll(members)) {
    const [, given, value = ''] = preference.exec(member) ?? [];
    if (given?.toLowerCase() === name) return value === '' || value === '""';
  }
  return false;
}
