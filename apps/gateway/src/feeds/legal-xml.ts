/** What XML 1.0 has no place for, however it is escaped: control characters, halves of a pair, U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The same value, its texts without the characters that XML cannot hold. */
export function legalXml<Value>(value: Value): Value {
  if (typeof value === 'string') return value.replace(illegal, '') as Value;
  if (Array.isArray(value)) return value.map((each: unknown) => legalXml(each)) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, legalXml<unknown>(each)])) as Value;
}
