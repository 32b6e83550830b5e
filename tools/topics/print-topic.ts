import { NoSuchTopic, readTopicToEnd } from '#kafka/read-topic-to-end.js';
import { Fault } from '#tools/stack/fault.js';
import { brokersOf } from '#tools/stack/running-copy.js';
import { jsonLine } from '#tools/terminal/printable.js';
import { runTool } from '#tools/terminal/run-tool.js';
import { say } from '#tools/terminal/say.js';
import { Lines } from '#tools/terminal/sentence.js';
import { parsePrintTopicArguments, usage, type PrintTopicArguments } from './arguments.js';
import { describeMessage, messageText } from './describe-message.js';

async function printTopic(args: PrintTopicArguments): Promise<void> {
  const { topic, partition, json, limit = Infinity } = args;
  const brokers = brokersOf(args);
  let count = 0;
  try {
    await readTopicToEnd({ brokers, topic, partition }, (message) => {
      const described = describeMessage(message);
      say`${new Lines(json ? jsonLine(described) : messageText(described))}`;
      count += 1;
      return count < limit;
    });
  } catch (error) {
    if (error instanceof NoSuchTopic) throw new Fault(error.message);
    if (error instanceof Error) throw new Fault(`${topic} at ${brokers.join(',')} was not read: ${error.message}`);
    throw error;
  }
  if (!json) say`${count} ${count === 1 ? 'message' : 'messages'}`;
}

await runTool({ usage, parse: parsePrintTopicArguments, run: printTopic });
