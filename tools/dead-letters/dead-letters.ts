import { readDeadLetters, type StoredDeadLetter } from '#projection/read-dead-letters.js';
import { replayDeadLetter } from '#projection/replay-dead-letter.js';
import { Fault } from '#tools/stack/fault.js';
import { postgresOf } from '#tools/stack/running-copy.js';
import { jsonLine, printable } from '#tools/terminal/printable.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { Lines } from '#tools/terminal/sentence.js';
import { parseDeadLettersArguments, usage, type DeadLettersArguments } from './arguments.js';
import { withSets, type OpenSet } from './with-sets.js';

const placeOf = ({ topic, partition, offset }: StoredDeadLetter) => `${topic}/${partition}/${offset}`;

async function list(sets: OpenSet[], json: boolean): Promise<void> {
  let count = 0;
  for (const { name, pool, set } of sets) {
    for (const letter of await readDeadLetters(pool, set.schema)) {
      count += 1;
      const { stream, reason, diedAt, sentAt, key, value, headers } = letter;
      const place = placeOf(letter);
      const text = { key: key?.toString() ?? null, value: value?.toString() ?? null };
      const row = { set: name, place, stream, reason, diedAt, sentAt, headers, ...text };
      if (json) say`${new Lines(jsonLine(row))}`;
      else {
        say`${place}  ${stream ?? '(not an event)'}  ${name}  ${diedAt.toISOString()}`;
        say`  ${new Lines(printable(reason))}`;
      }
    }
  }
  if (!json) say`${count} ${count === 1 ? 'dead letter' : 'dead letters'}`;
}

/** @throws Fault when a named letter is in no set, or still cannot be applied. */
async function replay(sets: OpenSet[], named: string[]): Promise<void> {
  const open = new Set(named);
  const failed: string[] = [];
  for (const { name: setName, pool, set } of sets) {
    const letters = await readDeadLetters(pool, set.schema);
    for (const letter of letters) {
      const names = [placeOf(letter), letter.stream ?? ''];
      if (named.length > 0 && !names.some((name) => named.includes(name))) continue;
      for (const name of names) open.delete(name);
      try {
        const replayed = await replayDeadLetter(pool, set, letter);
        for (const [stream, version] of replayed?.progress ?? []) {
          say`${setName}: ${stream} is at version ${Number(version)}`;
        }
        if (replayed?.haltedAgain) failed.push(`${placeOf(letter)}: halted anew, ${replayed.haltedAgain}`);
      } catch (error) {
        failed.push(`${placeOf(letter)}: ${(error as Error).message}`);
      }
    }
  }
  failed.push(...[...open].map((name) => `${name}: there is no such dead letter`));
  if (failed.length > 0) throw new Fault(failed.map(printable).join('\n'));
}

function run(args: DeadLettersArguments): Promise<void> {
  const { action, letters, json, keyFile, readSet } = args;
  return withSets({ server: postgresOf(args), keyFile, readSet }, (sets) =>
    action === 'list' ? list(sets, json) : replay(sets, letters),
  );
}

await runTool({ usage, parse: parseDeadLettersArguments, run });
