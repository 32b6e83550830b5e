import kafkajs, { type EachBatchPayload } from 'kafkajs';
import pg from 'pg';
import { commentCount } from './commented.js';
import { fetching, partitionsAtOnce, projectionTopic } from './projection-topic.js';
import { plainRows } from './plain-rows.js';
import { storePlainly } from './store-plainly.js';
import { Stopwatch } from './stopwatch.js';

/** The reference: what one would write by hand for this one topic and these tables. @returns events a second. */
export async function projectPlainly(url: string, { brokers, keys }: { brokers: string[]; keys: Map<string, Buffer> }) {
  const pool = new pg.Pool({ connectionString: url, max: 6 });
  pool.on('error', () => undefined);
  const kafka = new kafkajs.Kafka({ clientId: 'bench-plain', brokers, logLevel: kafkajs.logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench.plain.${crypto.randomUUID()}`, ...fetching });
  const stopwatch = new Stopwatch(commentCount);
  const eachBatch = async ({ batch: { topic, partition, messages } }: EachBatchPayload) => {
    stopwatch.begin();
    await storePlainly(pool, { topic, partition, messages, rows: plainRows(messages, keys) });
    stopwatch.store(partition, messages.at(-1)?.offset ?? '-1');
  };
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [projectionTopic], fromBeginning: true });
    await consumer.run({ partitionsConsumedConcurrently: partitionsAtOnce, eachBatch });
    return await stopwatch.rate();
  } finally {
    await consumer.disconnect();
    await pool.end();
  }
}
