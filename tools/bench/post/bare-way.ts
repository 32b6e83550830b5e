import { randomBytes, randomUUID } from 'node:crypto';
import kafkajs, { type Consumer, type KafkaMessage, type Producer } from 'kafkajs';
import pg from 'pg';
import { toCloudEvent } from '#contracts/cloud-events.js';
import { eventStoreDatabase } from '#event-store/schema/event-store.tables.js';
import { migrateDatabase } from '#postgres/migrations/migrate-database.js';
import { migrateReadDatabase } from '#read-models/read-database.js';
import { defaultReadSet } from '#read-models/read-set.js';
import { withTimeout } from '#process/with-timeout.js';
import { commentPosted } from '../projection/commented.js';
import { plainRows } from '../projection/plain-rows.js';
import { createScratchDatabase, type ScratchDatabase } from '../scratch-database.js';
import { createScratchTopic } from '../scratch-topic.js';
import { bareSql } from './bare.sql.js';

const topic = 'bench.bare.v1';

/** The reference: INSERT → produce → consume → INSERT → NOTIFY of the same event and row, in one script, nothing checked. */
export class BareWay {
  private readonly waiting = new Map<string, () => void>();
  private readonly personId = randomUUID();
  private readonly key = randomBytes(32);
  private readonly articles = Array.from({ length: 10 }, () => randomUUID());
  private posted = 0;

  private constructor(
    private readonly database: ScratchDatabase,
    private readonly listener: pg.Client,
    private readonly producer: Producer,
    private readonly consumer: Consumer,
  ) {}

  static async open(postgresUrl: string, brokers: string[]): Promise<BareWay> {
    const database = await createScratchDatabase(postgresUrl, 'bare', `public, ${defaultReadSet}`);
    await migrateDatabase(database.url, eventStoreDatabase, { name: 'bench' });
    await migrateReadDatabase(database.url);
    await createScratchTopic(brokers, topic);
    const kafka = new kafkajs.Kafka({ clientId: 'bench-bare', brokers, logLevel: kafkajs.logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    const consumer = kafka.consumer({ groupId: 'bench.bare', maxWaitTimeInMs: 500 });
    const listener = new pg.Client({ connectionString: database.url });
    listener.on('error', () => undefined);
    const way = new BareWay(database, listener, producer, consumer);
    await withTimeout(way.connect(), 30_000, 'the bare way to be connected');
    return way;
  }

  /** Resolves when the comment is readable. */
  async post(): Promise<boolean> {
    const n = (this.posted += 1);
    const articleId = this.articles[n % this.articles.length] ?? '';
    const event = commentPosted({ n, articleId, personId: this.personId, key: this.key });
    const { stream, version, id, type, schemaVersion, key, partition, occurredAt, recordedAt, correlationId } = event;
    const readable = new Promise<void>((resolve) => this.waiting.set(stream, resolve));
    const message = toCloudEvent(event);
    const values = [stream, version, id, type, schemaVersion, topic, key, partition, occurredAt, recordedAt];
    await this.database.pool.query({
      name: 'write',
      text: bareSql.write,
      values: [...values, correlationId, message.value],
    });
    await this.producer.send({ topic, acks: -1, messages: [message] });
    await readable;
    return true;
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.producer.disconnect();
    await this.listener.end();
    await this.database.drop();
  }

  private async connect(): Promise<void> {
    await this.listener.connect();
    this.listener.on('notification', ({ payload = '' }) => {
      this.waiting.get(`comment-${payload}`)?.();
      this.waiting.delete(`comment-${payload}`);
    });
    await this.listener.query('LISTEN readable');
    await this.producer.connect();
    const joined = new Promise<void>((resolve) => this.consumer.on(this.consumer.events.GROUP_JOIN, () => resolve()));
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [topic], fromBeginning: true });
    const eachMessage = ({ message }: { message: KafkaMessage }) => this.makeReadable(message);
    await this.consumer.run({ partitionsConsumedConcurrently: 12, eachMessage });
    await joined;
  }

  private async makeReadable(message: KafkaMessage): Promise<void> {
    const [row] = plainRows([message], new Map([[this.personId, this.key]]));
    if (!row) return;
    const { commentId, articleId, parentId, personId, kind, name, website, body, bodyHtml, format, postedAt } = row;
    const values = [commentId, articleId, parentId, personId, kind, name, website, body, bodyHtml, format, postedAt];
    await this.database.pool.query({ name: 'make-readable', text: bareSql.makeReadable, values });
  }
}
