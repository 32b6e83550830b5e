import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail-settings.js';

/** Milliseconds that sending one mail may take, from the connection to the server's last word. */
export const mailLimitMs = 20_000;

export interface Mail {
  /** An address, never a list: it is not parsed. */
  to: string;
  subject: string;
  text: string;
}

/** Why a mail was not sent. It has no text of the server's, which repeats the address. */
export class NotSent extends Error {
  constructor(
    /** Such as `ESOCKET`, with the server's reply code if it gave one, or what Node says of it: a certificate, for instance. */
    readonly code: string,
    /** Whether the server will refuse it again. */
    readonly isPermanent: boolean,
  ) {
    super(`the mail was not sent: ${code}`);
  }
}

/** Sends plain texts by SMTP, each over a connection of its own. */
export class Mailer {
  private readonly transport: ReturnType<typeof createTransport>;

  constructor({ smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>) {
    const limits = { connectionTimeout: mailLimitMs, greetingTimeout: mailLimitMs, socketTimeout: mailLimitMs };
    // RFC 3834: nobody's machine answers it.
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const nothingElse = { xMailer: false as const, disableFileAccess: true, disableUrlAccess: true };
    this.transport = createTransport({ url: smtpUrl, ...limits }, { from, headers, ...nothingElse });
  }

  /** @param stopping cuts the connection. @throws NotSent; the mail may have been delivered all the same. */
  async send({ to, subject, text }: Mail, stopping: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(mailLimitMs)]);
    await this.transport.sendMail({ to: { name: '', address: to }, subject, text, signal }).catch((error: unknown) => {
      const { code = 'EUNKNOWN', originalCode, responseCode, permanent } = error as MailError;
      const why = responseCode ?? (originalCode === code ? undefined : originalCode);
      throw new NotSent(why === undefined ? code : `${code} ${why}`, permanent ?? false);
    });
  }
}

type MailError = { code?: string; originalCode?: string; responseCode?: number; permanent?: boolean };
