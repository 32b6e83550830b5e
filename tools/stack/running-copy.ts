import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withPassword } from '#installation/databases.js';
import { Fault } from './fault.js';
import { readSetOf } from '#read-models/read-set-of.js';
import { readStackFile } from './stack-file.js';

/** Flags of every tool that works on a running copy. */
export const copyFlags = (command: Command): Command =>
  command
    .option('--data <FOLDER>', 'the folder of the running copy (BROADSIDE_DATA, default .data)')
    .option(
      '--postgres <URL>',
      "the Postgres server, instead of the copy's own (POSTGRES_URL, whose password may stand in POSTGRES_PASSWORD_FILE)",
    )
    .option('--brokers <LIST>', "Kafka's host:port, separated by commas, instead of the copy's own (KAFKA_BROKERS)");

export interface CopyFlags {
  data?: string;
  postgres?: string;
  brokers?: string;
}

export interface CopyArguments {
  dataFolder: string;
  postgresUrl: string | undefined;
  brokers: string[] | undefined;
  /** Its set of read models: READ_SET. */
  readSet: string;
}

type Env = Record<string, string | undefined>;

export function copyArguments({ data, postgres, brokers }: CopyFlags, env: Env): CopyArguments {
  return {
    dataFolder: data ?? (env['BROADSIDE_DATA'] || '.data'),
    postgresUrl: withPasswordOf(postgres ?? (env['POSTGRES_URL'] || undefined), env['POSTGRES_PASSWORD_FILE']),
    brokers: (brokers ?? (env['KAFKA_BROKERS'] || undefined))?.split(',').map((broker) => broker.trim()),
    readSet: readSetOf(env),
  };
}

/** @throws Error if the file cannot be read. */
function withPasswordOf(url: string | undefined, file: string | undefined): string | undefined {
  if (url === undefined || !file || new URL(url).password !== '') return url;
  return withPassword(url, readFileSync(file, 'utf8').trim());
}

/** @throws Fault if no flag names it and no copy runs in the data folder. */
export function postgresOf({ dataFolder, postgresUrl }: CopyArguments): string {
  return postgresUrl ?? (readStackFile(dataFolder)?.postgresUrl || notThere(dataFolder, '--postgres URL'));
}

/** @throws Fault if no flag names it and no copy runs in the data folder. */
export function brokersOf({ dataFolder, brokers }: CopyArguments): string[] {
  const found = brokers ?? readStackFile(dataFolder)?.brokers ?? [];
  return found.length > 0 ? found : notThere(dataFolder, '--brokers LIST');
}

/** The address of the copy's gateway. @throws Fault if no copy runs in the data folder. */
export function gatewayOf({ dataFolder }: Pick<CopyArguments, 'dataFolder'>): string {
  return readStackFile(dataFolder)?.gatewayUrl ?? notThere(dataFolder, '--url URL');
}

function notThere(dataFolder: string, flag: string): never {
  const found = readStackFile(dataFolder) ? 'is still starting' : 'does not run';
  throw new Fault(
    `A copy of Broadside ${found} in ${resolve(dataFolder)}. ` +
      `Start it with npm start, name its folder with --data FOLDER, or say where to look with ${flag}.`,
  );
}
