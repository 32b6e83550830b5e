const token = "[!#$%&'*+.^_`|~\\w-]+";
const quoted = '"(?:[^"\\\\]|\\\\.)*"';
/** What stands between commas outside of quotes; a quote without an end goes to the end. */
const members = /(?:[^",]|"(?:[^"\\]|\\.)*(?:"|\\?$))+/g;
/** A name, its value where it has one, and parameters, which no preference of ours has. */
const preference = new RegExp(`^\\s*(${token})\\s*(?:=\\s*(${token}|${quoted})?\\s*)?(?:;|$)`);

/**
 * Whether a client prefers what has a name and no value (RFC 7240). Of several of one name the first counts; what is no
 * preference is passed by, for nothing depends on one.
 * @param header several are one, joined by commas.
 */
export function prefers(header: string | string[] | undefined, name: string): boolean {
  for (const [member] of String(header ?? '').matchAll(members)) {
    const [, given, value = ''] = preference.exec(member) ?? [];
    if (given?.toLowerCase() === name) return value === '' || value === '""';
  }
  return false;
}
