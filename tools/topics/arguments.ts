import { parseArgs } from 'node:util';
import { copyArguments, copyFlags, copyUsage, type CopyArguments } from '#tools/stack/running-copy.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export interface PrintTopicArguments extends CopyArguments {
  topic: string;
  partition: number | undefined;
  limit: number | undefined;
  json: boolean;
}

export const usage = `npm run topic -- TOPIC [--partition N] [--limit N] [--json]

Prints every message of a topic with its headers, from the beginning to where the topic ends now.

  TOPIC              such as comments.events.v1, articles.events.v1, users.events.v1, projector.read-v1.dlq.v1
  --from-beginning   the default
  --partition N      only this partition
  --limit N          the first N messages
  --json             JSON Lines: one object a message
${copyUsage}`;

/** @throws Error that names the flag or argument which does not fit. */
export function parsePrintTopicArguments(args: string[], env: Record<string, string | undefined>): PrintTopicArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...copyFlags,
      'from-beginning': { type: 'boolean', default: true },
      partition: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const [topic, more] = positionals;
  if (!values.help && topic === undefined) throw new Error('TOPIC is missing.');
  if (more !== undefined) throw new Error(`One topic at a time; "${more}" is too many.`);
  return {
    ...copyArguments(values, env),
    topic: topic ?? '',
    partition: wholeNumber('--partition', values.partition),
    limit: wholeNumber('--limit', values.limit, 1),
    json: values.json,
  };
}
