import { z } from 'zod';
import { ClosesAfter } from '../articles/closing.js';
import { plainText } from '../plain-text.js';
import { publishedName } from '../published-name.js';
import { TimeOfDay } from './quiet-time.js';
import { Publishing } from './site.events.js';

/** Characters of a motto; it may be empty. */
export const longestMotto = 200;

/** Minutes for which comments can be edited: a day. */
export const maxEditMinutes = 1_440;

/** Characters of a language tag; RFC 5646, 4.4.1. */
const longestLanguage = 35;

const motto = publishedName(longestMotto);

const Motto = z.string().transform((text, context) => {
  const read = text.trim() === '' ? { success: true as const, data: '' } : motto.safeParse(text);
  if (read.success) return read.data;
  for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** The tag in its canonical form; undefined if it is none, or of a language that the platform does not know. */
function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}

/** The name as the zone is written, whatever its case; undefined if there is none such. Offsets are no zones. */
function canonicalTimeZone(name: string): string | undefined {
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    // An alias stays as it was given: Europe/Kyiv does not become Europe/Kiev.
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}

const known = (most: number, canonical: (text: string) => string | undefined, otherwise: string) =>
  z
    .string()
    .max(most, otherwise)
    .transform((text, context) => {
      const found = canonical(text);
      if (found !== undefined) return found;
      context.addIssue({ code: 'custom', message: otherwise });
      return z.NEVER;
    });

const Page = plainText(50_000).nullable();

/** What is left out stays as it is; null takes a page or a rule of comments away. */
export const DescribeSite = z
  .object({
    name: publishedName(80),
    motto: Motto,
    language: known(longestLanguage, canonicalLanguage, 'must be a known language tag, such as en or de-AT'),
    timeZone: known(100, canonicalTimeZone, 'must be a known time zone, such as Europe/Vienna'),
    rules: Page,
    imprint: Page,
    privacy: Page,
    publishing: Publishing,
    editMinutes: z.int().min(0).max(maxEditMinutes),
    commentsCloseAfterDays: ClosesAfter.nullable(),
    quietFrom: TimeOfDay.nullable(),
    quietUntil: TimeOfDay.nullable(),
  })
  .partial();
export type DescribeSite = z.infer<typeof DescribeSite>;
