import { z } from 'zod';
import { ToldClosesAfter } from '#contracts/articles/closing.js';
import { Publishing, sitePages } from '#contracts/site/site.events.js';

export const SiteAnswer = z.object({
  site: z.object({
    name: z.string(),
    motto: z.string(),
    language: z.string().describe('BCP 47'),
    timeZone: z.string().describe('IANA name'),
    publishing: Publishing.describe('who may: editors, any account after a review, any account at once'),
    editMinutes: z.int().describe('minutes from posting for which authors can edit a comment; 0: never'),
    commentsCloseAfterDays: ToldClosesAfter.describe('after publication; null: 14, and archives stay as they were'),
    quietFrom: z.string().nullable().describe('when nobody but the staff comments, as 23:30 in its time zone'),
    quietUntil: z.string().nullable(),
    pages: z.object({ rules: z.boolean(), imprint: z.boolean(), privacy: z.boolean() }).describe('which there are'),
    updatedAt: z.iso.datetime().nullable().describe('null: nobody has changed it'),
    version: z.int().describe('for `If-Match` of a change; 0: nobody has changed it'),
  }),
});

export const SitePageAnswer = z.object({
  page: z.object({
    name: z.enum(sitePages),
    source: z.string().describe('Markdown, as entered'),
    html: z.string().describe('sanitised'),
    updatedAt: z.iso.datetime(),
  }),
});

export type SiteAnswer = z.infer<typeof SiteAnswer>;
