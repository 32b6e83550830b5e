import { z } from 'zod';
import { isBlank } from './visible-text.js';

const codePoints = (text: string) => [...text].length;

/** Control characters other than newline and tab. */
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** One to `most` code points of text in which there is something to see; carriage returns become newlines. */
export const plainText = (most: number, { blank = "can't be blank" } = {}) =>
  z
    .string({ error: blank })
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .refine((text) => !isBlank(text), { error: blank, abort: true })
        .refine((text) => codePoints(text) <= most, `is too long (maximum is ${most} characters)`)
        .refine((text) => !unprintable.test(text) && text.isWellFormed(), 'has control characters'),
    );

/** The same, but it may be empty; what has nothing to see in it is. */
export const perhapsBlank = (most: number) =>
  z.string().transform((text, context) => {
    if (isBlank(text)) return '';
    const read = plainText(most).safeParse(text);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

/** A line of text: no newlines or tabs either, and no separators of lines. */
export const singleLine = (most: number) =>
  plainText(most)
    .refine((text) => !/[\n\t\u2028\u2029]/.test(text), 'must be a single line')
    .transform((text) => text.trim());

/** Up to `most` UTF-16 units of an archive's text as it stands there, without what no database can hold: NUL and half surrogates. */
export const archiveText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.replaceAll('\0', '').toWellFormed());

/** Bytes as JSON; with the seal's third on top it stays below the largest event. */
export const longestArchiveBody = 2_000_000;

export const fitsArchiveBody = (text: string) => Buffer.byteLength(JSON.stringify(text)) <= longestArchiveBody;

/** An archive's article or comment as it stands there. */
export const archiveBody = archiveText(longestArchiveBody).refine(fitsArchiveBody, 'is too long (maximum is 2 MB)');
