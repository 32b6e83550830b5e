import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { topics } from '#contracts/topics.js';
import pg from 'pg';
import { readTopicToEnd } from '#kafka/read-topic-to-end.js';

export interface RunningCopy {
  postgresUrl: string;
  brokers: string[];
  dataFolder: string;
}

/** Everything that a copy stores, as text by the place it was found in: each row of each table, each message, each log. */
export async function everythingKept({ postgresUrl, brokers, dataFolder }: RunningCopy): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const database of ['articles', 'comments', 'users', 'keyring', 'read']) {
    for (const [table, text] of await dumpOf(postgresUrl, `broadside_${database}`)) kept.set(table, text);
  }
  const deadLetters = ['projector.read-v1.dlq.v1', 'comments.listening.dlq.v1', 'articles.listening.dlq.v1'];
  for (const topic of [...Object.values(topics).map(({ name }) => name), ...deadLetters]) {
    const lines: string[] = [];
    await readTopicToEnd({ brokers, topic }, ({ key, value, headers }) => {
      const said = Object.entries(headers).map(([name, header]) => `${name}=${String(header)}`);
      return lines.push(`${String(key)} ${String(value)} ${said.join(' ')}`) > 0;
    });
    kept.set(`topic ${topic}`, lines.join('\n'));
  }
  const logs = join(dataFolder, 'logs');
  for (const file of await readdir(logs)) kept.set(`log ${file}`, await readFile(join(logs, file), 'utf8'));
  return kept;
}

async function dumpOf(server: string, database: string): Promise<[string, string][]> {
  const url = new URL(server);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    const texts: [string, string][] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(one)::text AS row FROM ${name} AS one`);
      texts.push([`${database} ${name}`, rows.map(({ row }) => row).join('\n')]);
    }
    return texts;
  } finally {
    await client.end();
  }
}
