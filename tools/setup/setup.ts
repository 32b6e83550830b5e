import { withPassword } from '#installation/databases.js';
import { handOut } from '#installation/hand-out.js';
import {
  ensureAdminFile,
  ensureInstallationKeys,
  ensurePassword,
  ensurePasswords,
} from '#installation/installation-keys.js';
import { deadLetterTopics } from '#installation/services.js';
import { setUpDatabases } from '#installation/set-up-databases.js';
import { createTopics } from '#kafka/create-topics.js';
import { retryUntilAvailable } from '#process/retry-until-available.js';
import { Fault } from '#tools/stack/fault.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { tablesWith } from './tables-of-databases.js';
import { parseSetupArguments, usage, type Part, type SetupArguments } from './arguments.js';

/** @throws Fault for what could not be reached in time. */
async function setUp(args: SetupArguments): Promise<void> {
  const has = (part: Part) => args.parts.includes(part);
  const limits = {
    log: { warn: (detail: object, message: string) => say`${message}: ${(detail as { reason: string }).reason}` },
    limitMs: args.withinSeconds * 1_000,
  };
  const passwords = ensurePasswords(args.keys);
  const superuserPassword = args.ownsPostgres ? ensurePassword(args.keys, 'postgres') : undefined;
  const redisPassword = args.redisHost === undefined ? undefined : ensurePassword(args.keys, 'redis');
  // Creating databases and topics needs only passwords, so it gets nothing else.
  const secrets = has('keys') || has('hand-out') ? ensureSecrets(args.keys) : undefined;
  if (has('databases')) {
    const { postgresUrl, readSet } = args;
    const server = superuserPassword === undefined ? postgresUrl : withPassword(postgresUrl, superuserPassword);
    const make = () => setUpDatabases(server, passwords, tablesWith(readSet));
    await retryUntilAvailable('Postgres', make, limits).catch(asFault);
    say`databases: each has its role, which enters it alone, and is migrated`;
  }
  if (has('topics')) {
    const { brokers, readSet, replicationFactor } = args;
    const make = () => createTopics(brokers, deadLetterTopics(readSet), replicationFactor);
    await retryUntilAvailable('Kafka', make, { ...limits, mayPass: isKafkas }).catch(asFault);
    say`topics: there`;
  }
  if (secrets && has('hand-out') && args.handOut !== undefined) {
    const { handOut: folder, mode, servicesPostgresUrl: server, redisHost: host } = args;
    const redis = host === undefined || redisPassword === undefined ? undefined : { host, password: redisPassword };
    handOut({ folder, ...secrets, passwords, server, mode, redis, superuserPassword });
    say`handed out: to each service its own, in ${folder}`;
  }
}

function ensureSecrets(folder: string) {
  const keys = ensureInstallationKeys(folder);
  const { path: adminFile, isNew } = ensureAdminFile(folder);
  say`keys: ${folder}`;
  if (isNew) say`the first admin's password: in ${adminFile}`;
  return { keys, adminFile };
}

const isKafkas = (error: unknown) => error instanceof Error && error.name.startsWith('KafkaJS');

const asFault = (error: unknown): never => {
  throw error instanceof Error && /^waited /.test(error.message) ? new Fault(error.message) : error;
};

await runTool({ usage, parse: parseSetupArguments, run: setUp });
