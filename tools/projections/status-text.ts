import { table } from '#tools/terminal/table.js';
import type { PartitionStatus, SetStatus } from './measure-set.js';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const lagOf = ({ next, begin, end }: PartitionStatus) => Math.max(end - Math.max(next, begin), 0);
const heldBy = ({ begin, end }: PartitionStatus) => end - begin;

/** The state of all sets, and what to do about problems. */
export function statusText(sets: SetStatus[]): string {
  const byTopic = sets.flatMap(({ set, partitions }) =>
    [...Map.groupBy(partitions, ({ topic }) => topic)].map(([topic, some]) => [
      ...[set, topic, sum(some.map(heldBy)), sum(some.map(lagOf)), sum(some.map(({ missing }) => missing))],
    ]),
  );
  const bySet = sets.map(({ set, parkedStreams, parkedOldestSeconds, haltedStreams, unsentDeadLetters }) => [
    ...[set, parkedStreams, `${parkedOldestSeconds.toFixed(1)} s`, haltedStreams, unsentDeadLetters],
  ]);
  const byType = sets.flatMap(({ set, unknownTypes }) =>
    unknownTypes.map(({ type, streams, since }) => [set, type, streams, since]),
  );
  return [
    table(['set', 'topic', 'messages', 'lag', 'missing events'], byTopic).text,
    '',
    table(['set', 'parked streams', 'oldest', 'halted streams', 'dead letters unsent'], bySet).text,
    ...(byType.length > 0 ? ['', table(['set', 'type not known', 'streams', 'since'], byType).text] : []),
    ...advice(sets).map((line) => `\n${line}`),
  ].join('\n');
}

function advice(sets: SetStatus[]): string[] {
  const partitions = sets.flatMap(({ set, partitions }) => partitions.map((each) => ({ set, ...each })));
  const missing = partitions
    .filter((each) => each.missing > 0 && lagOf(each) === 0)
    .map(
      ({ set, topic, partition, missing }) =>
        `Of the events sent to partition ${partition} of ${topic}, ${missing} never came to ${set}. Send them again with\n` +
        `  npm run outbox -- republish ${topic.split('.', 1)[0]} --topic ${topic} --partition ${partition}`,
    );
  const late = sets.flatMap(({ set, truncations }) =>
    truncations.map(
      ({ topic, partition, expected, beginsAt }) =>
        `Partition ${partition} of ${topic} begins late for ${set}: expected ${expected}, begins at ${beginsAt}. What was deleted\n` +
        `is missing there, and is sent again from the service's own events with\n` +
        `  npm run outbox -- republish ${topic.split('.', 1)[0]} --topic ${topic} --partition ${partition}`,
    ),
  );
  const halted = sets
    .filter(({ haltedStreams }) => haltedStreams > 0)
    .map(({ set }) => `Streams of ${set} are halted. See why with\n  npm run dead-letters -- list`);
  const unknown = sets
    .filter(({ unknownTypes }) => unknownTypes.length > 0)
    .map(
      ({ set }) =>
        `Streams of ${set} have events of types that its version does not know. They go on by themselves as a version starts\n` +
        'that does: deploy the consumers of the newer version.',
    );
  return [...late, ...missing, ...halted, ...unknown];
}
