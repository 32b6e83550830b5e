import { measureOutbox } from '#event-store/relay/measure-outbox.js';
import { readRelayed } from '#event-store/relay/read-relayed.js';
import { republish } from '#event-store/relay/republish.js';
import { inDatabase } from '#tools/stack/in-database.js';
import { postgresOf } from '#tools/stack/running-copy.js';
import { jsonLine } from '#tools/terminal/printable.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { Lines } from '#tools/terminal/sentence.js';
import { table } from '#tools/terminal/table.js';
import { parseOutboxArguments, usage, type OutboxArguments, type Service } from './arguments.js';

async function statusOf(server: string, service: Service) {
  return inDatabase(server, service, async (pool) => {
    const measure = await measureOutbox(pool);
    const partitions = (await readRelayed(pool)).map(({ count, ...where }) => ({ ...where, sent: Number(count) }));
    return { service, ...measure, partitions };
  });
}

async function printStatus(args: OutboxArguments): Promise<void> {
  const server = postgresOf(args);
  const found = await Promise.all(args.services.map((service) => statusOf(server, service)));
  if (args.json) return found.forEach((status) => say`${new Lines(jsonLine(status))}`);
  const seconds = (number: number) => `${number.toFixed(1)} s`;
  const rows = found.map(({ service, depth, oldestSeconds, republished, oldestSnapshotSeconds, partitions }) => [
    ...[service, depth, seconds(oldestSeconds), republished, seconds(oldestSnapshotSeconds)],
    partitions.reduce((sum, { sent }) => sum + sent, 0),
  ]);
  say`${table(['service', 'waiting', 'oldest', 'once more', 'oldest snapshot', 'sent'], rows)}`;
  const sent = found.flatMap(({ partitions }) => partitions.map((each) => [each.topic, each.partition, each.sent]));
  if (sent.length > 0) say`\n${table(['topic', 'partition', 'sent'], sent)}`;
}

async function sendAgain(args: OutboxArguments): Promise<void> {
  const [service = 'comments'] = args.services;
  const count = await inDatabase(postgresOf(args), service, (pool) => republish(pool, args.which));
  const events = count === 1 ? '1 event waits' : `${count.toLocaleString('en')} events wait`;
  if (count > 0) return say`${events} in the outbox of ${service}; its relay sends them behind what is new.`;
  say`${service} has no such events.`;
  process.exitCode = 1;
}

await runTool({
  usage,
  parse: parseOutboxArguments,
  run: (args) => (args.action === 'status' ? printStatus(args) : sendAgain(args)),
});
