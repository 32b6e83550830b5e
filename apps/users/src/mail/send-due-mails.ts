import type { Keyring } from '#keyring/keyring.js';
import { workInPortions } from '#process/work-in-portions.js';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { resetTokenOf } from '../password-reset/reset-token.js';
import { profileOf } from '../person/profile.js';
import { readPersonNow } from '../person/read-person.js';
import { emailHash } from '../person/reservation-hashes.js';
import { claimMails, type DueMail } from './claim-mails.js';
import { deleteRequest } from './delete-request.js';
import { NotSent, type Mailer } from './mailer.js';
import { noteMailed } from './note-mailed.js';
import { resetMailOf } from './reset-mail.js';

/** Mails that one replica sends at once. */
export const maxMailsAtOnce = 10;

/** Seconds after which a mail that was not sent is tried again: more than sending may take. */
export const mailAgainSeconds = 60;

export interface MailingPlace {
  pool: Pool;
  keyring: Pick<Keyring, 'keysOf'>;
  pseudonymKey: Buffer;
  mailer: Pick<Mailer, 'send'>;
  siteUrl: string;
  log: Pick<Logger, 'warn'>;
}

/** Sends the mails that are due, in portions. A replica that ends before it has noted a mail leaves it to the next try. */
export async function sendDueMails(place: MailingPlace, signal: AbortSignal): Promise<void> {
  await workInPortions(async () => {
    const due = await claimMails(place.pool, maxMailsAtOnce, mailAgainSeconds);
    await Promise.all(due.map((each) => mail(place, each, signal)));
    return due.length;
  }, signal);
}

/** A mail that cannot be sent now is tried again, and does not block the others. */
async function mail(place: MailingPlace, due: DueMail, signal: AbortSignal): Promise<void> {
  const { pool, log } = place;
  const { id, personId } = due;
  if (personId === null) return deleteRequest(pool, id);
  try {
    await sendTo(place, { ...due, personId }, signal);
    await noteMailed(pool, id);
  } catch (error) {
    if (signal.aborted) return;
    const why = error instanceof NotSent ? error : undefined;
    log.warn({ personId, code: why?.code, reason: String(error) }, 'a mail with a reset link was not sent');
    if (why?.isPermanent) await noteMailed(pool, id);
  }
}

/**
 * Mails the address that the account has, never the one that was typed: with a long s for an s that one counts as the same
 * e-mail, and may be a stranger's.
 */
async function sendTo(place: MailingPlace, due: DueMail & { personId: string }, signal: AbortSignal): Promise<void> {
  const { pool, keyring, pseudonymKey, mailer, siteUrl } = place;
  const [person, keys] = await Promise.all([readPersonNow(pool, due.personId), keyring.keysOf([due.personId])]);
  const email = profileOf(person, keys.get(due.personId))?.email;
  if (!email || emailHash(pseudonymKey, email) !== due.emailHash) return;
  await mailer.send({ to: email, ...resetMailOf(siteUrl, resetTokenOf(pseudonymKey, due.id)) }, signal);
}
