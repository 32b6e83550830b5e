import { readSetOf } from '#read-models/read-set-of.js';
import { commandLine, readFlags, usageOf } from '#tools/terminal/command-line.js';

export interface StartArguments {
  demo: boolean;
  help: boolean;
  dataFolder: string;
  port: number;
  replicas: number;
  /** A running server, as its superuser. */
  postgresUrl?: string | undefined;
  /** Running ones. */
  brokers?: string[] | undefined;
  /** A running one. */
  redisUrl?: string | undefined;
  /** The set of read models. */
  readSet: string;
}

const command = () =>
  commandLine(
    'npm start --',
    '[--no-demo] [--data FOLDER] [--port N]',
    `Starts everything and keeps it running until Ctrl-C.

POSTGRES_URL, KAFKA_BROKERS and REDIS_URL name running servers to use instead of starting them; REPLICAS=2 starts two copies of each service. LIMIT_…, READ_SET, TRUSTED_PROXIES: see docs/operations.md.`,
  )
    .option('--no-demo', 'start empty')
    .option('--data <FOLDER>', 'where everything is kept (BROADSIDE_DATA, default .data)')
    .option('--port <N>', "the site's port, first of a block of 40 (PORT, default 3000)");

export const usage = usageOf(command());

/** @throws Error that names the invalid flag or variable. */
export function parseStartArguments(args: string[], env: Record<string, string | undefined>): StartArguments {
  const { flags, help } = readFlags<{ demo: boolean; data?: string; port?: string }>(command(), args);
  return {
    demo: flags.demo,
    help,
    dataFolder: flags.data ?? (env['BROADSIDE_DATA'] || '.data'),
    port: wholeNumber('PORT (or --port)', flags.port ?? (env['PORT'] || '3000'), 1, 65_000),
    replicas: wholeNumber('REPLICAS', env['REPLICAS'] || '1', 1, 2),
    postgresUrl: env['POSTGRES_URL'] || undefined,
    brokers: env['KAFKA_BROKERS'] ? env['KAFKA_BROKERS'].split(',') : undefined,
    redisUrl: env['REDIS_URL'] || undefined,
    readSet: readSetOf(env),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
}
