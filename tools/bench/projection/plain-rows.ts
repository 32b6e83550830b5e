import type { KafkaMessage } from 'kafkajs';
import { createDecipheriv } from 'node:crypto';
import { wordsOfHtml } from '#read-models/search-document/load-search-documents.js';
import { kindMark, marksOfTime, personMark } from '#read-models/search-document/marks.js';

export interface PlainRow {
  stream: string;
  version: number;
  commentId: number;
  articleId: string;
  parentId: number | null;
  personId: string;
  kind: string;
  name: string;
  website: string | null;
  body: string;
  bodyHtml: string;
  format: string;
  postedAt: string;
  recordedAt: string;
  bytes: number;
  /** What it is found by. */
  words: string;
  marks: string;
}

interface Data {
  commentId: number;
  articleId: string;
  parentId: number | null;
  author: { personId: string; kind: string; name: string; website?: string };
  body: string;
  format: string;
}

/** The messages of a batch as rows, unsealed and rendered; whatever they hold is believed. */
export const plainRows = (messages: KafkaMessage[], keys: Map<string, Buffer>): PlainRow[] =>
  messages.map(({ value, headers = {} }) => {
    const { author, body: sealed, ...data } = JSON.parse(String(value)) as Data;
    const key = keys.get(author.personId) as Buffer;
    const id = Buffer.from(String(headers['ce_id']).replaceAll('-', ''), 'hex');
    const body = unseal(key, id, 5, sealed);
    const bodyHtml = paragraphs(body);
    return {
      ...data,
      stream: String(headers['ce_subject']),
      version: Number(String(headers['ce_sequence'])),
      personId: author.personId,
      kind: author.kind,
      name: unseal(key, id, 1, author.name),
      website: author.website === undefined ? null : unseal(key, id, 3, author.website),
      body,
      bodyHtml,
      words: wordsOfHtml(bodyHtml),
      marks: marksOf(author.personId, String(headers['ce_time'])),
      bytes: Buffer.byteLength(body) + Buffer.byteLength(bodyHtml),
      postedAt: String(headers['ce_time']),
      recordedAt: String(headers['ce_recordedtime']),
    };
  });

const marksOf = (personId: string, at: string) =>
  [kindMark.comment, personMark(personId), ...marksOfTime(at)].join(' ');

function unseal(key: Buffer, eventId: Buffer, field: number, sealed: string): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.concat([eventId, Buffer.of(field)]));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replace(/[&<>"']/g, (one) => entities[one] ?? '').replaceAll('\n', '<br />')}</p>`)
    .join('\n');
