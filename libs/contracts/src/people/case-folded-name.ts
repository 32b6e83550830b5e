/**
 * What a user name or an e-mail is compared by: two that differ only in case, Unicode form, invisible characters or
 * the width of a space are the same. NFKC and full case folding, https://www.unicode.org/reports/tr31/ (R5).
 */
export function caseFoldedName(name: string): string {
  // Upper turns what lower alone would leave, such as ß and the long s, into their plain letters; of ẞ it makes nothing else.
  const caseless = name.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return caseless
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}
