import { z } from 'zod';

/** An empty value is none: compose and Kubernetes pass on what is not set as an empty text. */
const orNone = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** The settings by which the service sends mail. Without SMTP_URL it sends none. */
export const mailVars = {
  SMTP_URL: orNone(
    z.string().regex(/^smtps?:\/\/[^/\s]\S*$/, 'must be smtp://host:port or smtps://user:password@host'),
  ),
  MAIL_FROM: orNone(z.string().regex(/^[^\r\n]*[^\s@<]@[^\s@>]+>?$/, 'must be an address, or a name and <address>')),
  SITE_URL: orNone(
    z.string().regex(/^https?:\/\/[^/\s?#]+\/?$/, 'must be the http address of the site, without a path'),
  ),
};

export interface MailSettings {
  smtpUrl: string;
  from: string;
  /** Of the site that links in mails lead to. */
  siteUrl: string;
}

/** @returns undefined where no mail is sent. @throws Error that names the settings that are missing beside SMTP_URL. */
export function mailSettingsOf(vars: z.infer<z.ZodObject<typeof mailVars>>): MailSettings | undefined {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, SITE_URL: siteUrl } = vars;
  if (smtpUrl === undefined) return undefined;
  if (from !== undefined && siteUrl !== undefined) return { smtpUrl, from, siteUrl };
  const missing = Object.entries({ MAIL_FROM: from, SITE_URL: siteUrl }).filter(([, value]) => value === undefined);
  throw new Error(`SMTP_URL is set, and ${missing.map(([name]) => name).join(', ')} missing`);
}
