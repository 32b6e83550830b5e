import { z } from 'zod';
import { ToldClosesAfter } from '../articles/closing.js';
import { eventData } from '../event-data.js';

/** Pages of the site that its operator writes, in Markdown. */
export const sitePages = ['rules', 'imprint', 'privacy'] as const;
export type SitePage = (typeof sitePages)[number];

/** Who may publish: editors; any account after an editor's review; any account at once. */
export const Publishing = z.enum(['editors', 'reviewed', 'everyone']);
export type Publishing = z.infer<typeof Publishing>;

/** Minutes for which comments can be edited while the site has not said otherwise. */
export const defaultEditMinutes = 10;

const timeOfDay = z.string().nullable().optional();
const page = z.string().nullable().optional().describe('a page, in Markdown as entered; null: it is taken away');

export const SiteDescribed = eventData(
  {
    name: z.string().optional(),
    motto: z.string().optional().describe('may be empty'),
    language: z.string().optional().describe('BCP 47'),
    timeZone: z.string().optional().describe('IANA name'),
    rules: page,
    imprint: page,
    privacy: page,
    publishing: Publishing.optional().describe('who may publish: editors, any account after a review, any account'),
    editMinutes: z.int().optional().describe('minutes from posting for which authors can edit a comment; 0: never'),
    commentsCloseAfterDays: ToldClosesAfter.optional().describe(
      'after publication, where no section or article says otherwise; null: 14, and archives stay as they were',
    ),
    quietFrom: timeOfDay.describe('when nobody but the staff comments, as 23:30 in the site’s time zone; null: never'),
    quietUntil: timeOfDay,
  },
  'The site has another name, motto, language, time zone, page or rule; what is left out is as it was.',
  {
    name: 'The Harbour Argument',
    motto: 'Reasons, with names to them',
    language: 'en-GB',
    timeZone: 'Europe/London',
    rules: 'Argue with what was said, not with who said it.',
    imprint: null,
    editMinutes: 10,
    actor: { kind: 'person', id: '0190a3c2-7a4e-7c1b-9f0a-3d5e6f708192' },
  },
);

export const siteEvents = { SiteDescribed };
