import { resetMinutes } from '../password-reset/reset-minutes.js';
import type { Mail } from './mailer.js';

/** The mail with the link by which an account gets another password. @param siteUrl `https://news.example` */
export function resetMailOf(siteUrl: string, token: string): Omit<Mail, 'to'> {
  const { host } = new URL(siteUrl);
  const link = new URL(`/reset-password?token=${token}`, siteUrl).href;
  return {
    subject: `Your password for ${host}`,
    text: `Somebody asked for a new password for your account at ${host}.

If it was you, choose one here:

${link}

The link works once, for ${resetMinutes} minutes. A new password signs you out everywhere.

If it was not you, do nothing. Your password stays as it is.
`,
  };
}
