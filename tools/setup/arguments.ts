import { readFileSync } from 'node:fs';
import { readSetOf } from '#read-models/read-set-of.js';
import { commandLine, readCall, usageOf } from '#tools/terminal/command-line.js';

export const parts = ['keys', 'databases', 'topics', 'hand-out'] as const;
export type Part = (typeof parts)[number];

export interface SetupArguments {
  parts: Part[];
  keys: string;
  /** The folder with each service's own folder; undefined to hand out nothing. */
  handOut: string | undefined;
  mode: number;
  postgresUrl: string;
  /** The same server under its address for the services. */
  servicesPostgresUrl: string;
  /** Whether the server has the password that is created among the keys. */
  ownsPostgres: boolean;
  /** `host:port` of a Redis with the password that is created among the keys, if there is one. */
  redisHost: string | undefined;
  brokers: string[];
  /** The set of read models. */
  readSet: string;
  replicationFactor: number;
  withinSeconds: number;
  help: boolean;
}

type Flags = { [flag in 'keys' | 'handOut' | 'mode' | 'within' | 'replication']?: string };

const command = () =>
  commandLine(
    'npm run setup --',
    '[PART…] [--keys FOLDER] [--hand-out FOLDER] [--within SECONDS]',
    `Makes what an installation needs before its services start, and what is missing of it: all parts, or these. It may run again at any time, and twice at once; run it before each upgrade.

keys        the installation's secrets, and the first admin, in the folder of keys
databases   a database for each service, and a role that may enter that alone
topics      the topics, and those for dead letters
hand-out    to each service its secrets, and nothing else, in FOLDER/<service>

POSTGRES_URL (or POSTGRES_URL_FILE) names the server, as its superuser; without a password in it, it is the one made in FOLDER/postgres-password. POSTGRES_HOST: another host:port that the services reach it by. REDIS_HOST: that of Redis, with the password made in FOLDER/redis-password. KAFKA_BROKERS: the brokers, host:port, separated by commas. READ_SET: the set of read models (default read_v1).`,
  )
    .option('--keys <FOLDER>', 'where the secrets are (KEYS_FOLDER, default .data/keys)')
    .option('--hand-out <FOLDER>', 'where none is named, nothing is handed out (HAND_OUT_FOLDER)')
    .option('--mode <MODE>', 'of the files that are handed out, 400 or 440 (HAND_OUT_MODE, default 400)')
    .option('--within <SECONDS>', 'how long to wait for Postgres and Kafka (default 60)')
    .option('--replication <N>', 'copies of each topic (TOPIC_REPLICATION, default as the brokers say)');

export const usage = usageOf(command());

type Env = Record<string, string | undefined>;

/** @throws Error that names the invalid flag, argument or variable. */
export function parseSetupArguments(args: string[], env: Env): SetupArguments {
  const { flags, help, words } = readCall<Flags>(command(), args);
  const handOut = flags.handOut ?? (env['HAND_OUT_FOLDER'] || undefined);
  const wanted = words.length > 0 ? words.map(partNamed) : [...parts];
  if (wanted.includes('hand-out') && words.length > 0 && handOut === undefined) {
    throw new Error('--hand-out FOLDER is missing.');
  }
  const needs = (part: Part) => !help && wanted.includes(part);
  const postgresUrl = postgresUrlOf(env, needs('databases') || (needs('hand-out') && handOut !== undefined));
  return {
    ...{ parts: wanted, handOut, help, postgresUrl },
    keys: flags.keys ?? (env['KEYS_FOLDER'] || '.data/keys'),
    mode: modeOf(flags.mode ?? (env['HAND_OUT_MODE'] || '400')),
    servicesPostgresUrl: atHost(postgresUrl, env['POSTGRES_HOST']),
    ownsPostgres: postgresUrl !== '' && new URL(postgresUrl).password === '',
    redisHost: env['REDIS_HOST'] || undefined,
    brokers: brokersOf(env['KAFKA_BROKERS'], needs('topics')),
    readSet: readSetOf(env),
    replicationFactor: number('--replication', flags.replication ?? (env['TOPIC_REPLICATION'] || '-1'), -1, 10),
    withinSeconds: number('--within', flags.within ?? '60', 1, 3_600),
  };
}

function partNamed(name: string): Part {
  const found = parts.find((part) => part === name);
  if (!found) throw new Error(`"${name}" is none of ${parts.join(', ')}.`);
  return found;
}

function postgresUrlOf(env: Env, isNeeded: boolean): string {
  const file = env['POSTGRES_URL_FILE'];
  const url = env['POSTGRES_URL'] ?? (file ? readFileSync(file, 'utf8').trim() : '');
  if (isNeeded && !/^postgres(ql)?:\/\/\S+$/.test(url)) throw new Error('POSTGRES_URL is missing, or is no address.');
  return url;
}

function atHost(url: string, host: string | undefined): string {
  if (!host || url === '') return url;
  const other = new URL(url);
  other.host = host;
  return other.href;
}

function brokersOf(list: string | undefined, isNeeded: boolean): string[] {
  if (!list && isNeeded) throw new Error('KAFKA_BROKERS is missing.');
  return (list ?? '').split(',').map((broker) => broker.trim());
}

function modeOf(text: string): number {
  if (text === '400' || text === '440') return Number.parseInt(text, 8);
  throw new Error(`--mode must be 400 or 440, not "${text}".`);
}

function number(flag: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most && value !== 0) return value;
  throw new Error(`${flag} must be a whole number up to ${most}, not "${text}".`);
}
