import { copyArguments, copyFlags, type CopyArguments, type CopyFlags } from '#tools/stack/running-copy.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export interface PrintTopicArguments extends CopyArguments {
  topic: string;
  partition: number | undefined;
  limit: number | undefined;
  json: boolean;
  help: boolean;
}

interface Flags extends CopyFlags {
  partition?: string;
  limit?: string;
  json?: boolean;
}

const command = () =>
  copyFlags(
    commandLine(
      'npm run topic --',
      'TOPIC [--partition N] [--limit N] [--json]',
      'Prints every message of a topic with its headers, from the beginning to where the topic ends now.',
    )
      .argument('[TOPIC]', 'such as comments.events.v1, articles.events.v1, users.events.v1, projector.read-v1.dlq.v1')
      .option('--from-beginning', 'the default')
      .option('--partition <N>', 'only this partition')
      .option('--limit <N>', 'the first N messages')
      .option('--json', 'JSON Lines: one object a message'),
  );

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parsePrintTopicArguments(args: string[], env: Record<string, string | undefined>): PrintTopicArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const [topic, more] = words;
  if (!help && topic === undefined) throw new Error('TOPIC is missing.');
  if (more !== undefined) throw new Error(`One topic at a time; "${more}" is too many.`);
  return {
    ...copyArguments(flags, env),
    topic: topic ?? '',
    partition: wholeNumber('--partition', flags.partition),
    limit: wholeNumber('--limit', flags.limit, 1),
    json: flags.json ?? false,
    help,
  };
}
