import type { StoredMessage } from '#kafka/read-topic-to-end.js';
import { printable } from '#tools/terminal/printable.js';

export interface DescribedMessage {
  topic: string;
  partition: number;
  offset: string;
  timestamp: string;
  key: string | null;
  headers: Record<string, string>;
  /** Parsed if it is JSON, else the text as it is. */
  value: unknown;
}

export function describeMessage(message: StoredMessage): DescribedMessage {
  const { topic, partition, offset, timestamp, key, value, headers } = message;
  return {
    ...{ topic, partition, offset },
    timestamp: new Date(Number(timestamp)).toISOString(),
    key: key === null ? null : key.toString(),
    headers: Object.fromEntries(Object.entries(headers).map(([name, header]) => [name, String(header)])),
    value: value === null ? null : parsed(value.toString()),
  };
}

/** Some lines for a person at a terminal. */
export function messageText({ partition, offset, timestamp, key, headers, value }: DescribedMessage): string {
  const widest = Math.max(0, ...Object.keys(headers).map(({ length }) => length));
  const body = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return [
    `── partition ${partition}, offset ${offset}, ${timestamp}`,
    `key      ${key === null ? '(none)' : printable(key)}`,
    ...Object.entries(headers).map(([name, header], index) => {
      const label = index === 0 ? 'headers' : '';
      return `${label.padEnd(9)}${printable(name).padEnd(widest)}  ${printable(header)}`;
    }),
    ...body.split('\n').map((line, index) => `${(index === 0 ? 'value' : '').padEnd(9)}${printable(line)}`),
    '',
  ].join('\n');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
