import { PeriodicTask } from '#process/periodic-task.js';
import type { Logger } from 'pino';
import { Mailer } from './mailer.js';
import type { MailSettings } from './mail-settings.js';
import { sendDueMails, type MailingPlace } from './send-due-mails.js';

const lookEveryMs = 1_000;

/** The task that sends the mails that are due; null where no mail is sent. Every replica may run it. */
export function sendingMails(
  settings: MailSettings | undefined,
  place: Omit<MailingPlace, 'mailer' | 'siteUrl'> & { log: Logger },
): PeriodicTask | null {
  if (!settings) return null;
  const mailing = { ...place, mailer: new Mailer(settings), siteUrl: settings.siteUrl };
  return new PeriodicTask({
    ...{ what: 'sending mails', everyMs: lookEveryMs, log: place.log },
    work: (signal) => sendDueMails(mailing, signal),
  });
}
