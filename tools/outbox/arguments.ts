import { topics } from '#contracts/topics.js';
import type { Republishing } from '#event-store/relay/republish.js';
import { parseIsoTime } from '#tools/import/iso-time.js';
import { copyArguments, copyFlags, type CopyArguments, type CopyFlags } from '#tools/stack/running-copy.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';
import { wholeNumber } from '#tools/terminal/whole-number.js';

export const services = ['articles', 'comments', 'users'] as const;
export type Service = (typeof services)[number];

export interface OutboxArguments extends CopyArguments {
  action: 'status' | 'republish';
  /** One service for `republish`; for `status` those to report. */
  services: Service[];
  which: Republishing;
  json: boolean;
  help: boolean;
}

type Selecting = { [flag in 'stream' | 'from' | 'topic' | 'partition' | 'since']?: string };
type Flags = CopyFlags & Selecting & { all?: boolean; json?: boolean };

const command = () =>
  copyFlags(
    commandLine(
      'npm run outbox --',
      `status [SERVICE…] [--json]
       npm run outbox -- republish SERVICE (--stream S [--from N] | --topic T [--partition N] | --since TIME | --all)`,
      `status      what waits in each service's outbox, and what was sent to each partition
republish   puts stored events into the outbox once more; consumers skip those they have`,
    )
      .argument('[SERVICE]', services.join(', '))
      .option('--stream <S>', 'the events of this stream, such as comment-1000001')
      .option('--from <N>', 'from this version of the stream on')
      .option('--topic <T>', 'the events of this topic')
      .option('--partition <N>', 'of this partition')
      .option('--since <TIME>', 'recorded since then (ISO 8601; without a zone UTC)')
      .option('--all', 'everything the service ever recorded')
      .option('--json', 'one JSON object a service'),
  );

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or argument. */
export function parseOutboxArguments(args: string[], env: Record<string, string | undefined>): OutboxArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const [action = help ? 'status' : '', ...named] = words;
  if (action !== 'status' && action !== 'republish') {
    throw new Error(action ? `"${action}" is neither status nor republish.` : 'status or republish is missing.');
  }
  const { json = false, all = false } = flags;
  const which = selection(flags);
  if (action === 'republish' && !help) checkSelection(named, which, all);
  if (action === 'status' && (all || Object.keys(which).length > 0)) throw new Error('status takes no selection.');
  return {
    ...copyArguments(flags, env),
    action,
    services: named.length > 0 ? named.map(service) : [...services],
    which,
    json,
    help,
  };
}

function selection({ stream, from, topic, partition, since }: Selecting): Republishing {
  const fromVersion = wholeNumber('--from', from, 1);
  const number = wholeNumber('--partition', partition);
  const sinceTime = since === undefined ? undefined : parseIsoTime(since);
  if (since !== undefined && sinceTime === undefined) throw new Error(`--since "${since}" is not a time of ISO 8601.`);
  if (fromVersion !== undefined && stream === undefined) throw new Error('--from needs --stream.');
  if (number !== undefined && topic === undefined) throw new Error('--partition needs --topic.');
  if (topic !== undefined && !Object.values(topics).some(({ name }) => name === topic))
    throw new Error(
      `--topic "${topic}" is none of ${Object.values(topics)
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  return {
    ...(stream !== undefined && { stream }),
    ...(fromVersion !== undefined && { fromVersion }),
    ...(topic !== undefined && { topic }),
    ...(number !== undefined && { partition: number }),
    ...(sinceTime !== undefined && { since: sinceTime }),
  };
}

function checkSelection(named: string[], which: Republishing, all: boolean): void {
  if (named.length === 0) throw new Error('SERVICE is missing.');
  if (named.length > 1) throw new Error(`One service at a time; "${named[1]}" is too many.`);
  const selects = Object.keys(which).length > 0;
  if (!selects && !all) throw new Error('Which events? Name --stream, --topic or --since, or say --all.');
  if (selects && all) throw new Error('--all does not go with a selection.');
}

function service(name: string): Service {
  const found = services.find((each) => each === name);
  if (!found) throw new Error(`SERVICE "${name}" is none of ${services.join(', ')}.`);
  return found;
}
