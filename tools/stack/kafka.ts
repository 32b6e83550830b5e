import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kafkaSettings, singleBrokerSettings } from '#installation/kafka-settings.js';
import { connectKafka } from '#kafka/connect-kafka.js';
import { SupervisedProcess } from './supervised-process.js';

const run = promisify(execFile);
// A small young generation: few objects survive, and collections are short.
const jvm = ['-Xmx256m', '-Xmn24m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];
const logs = 'logs';
const quiet = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-Dorg.slf4j.simpleLogger.showDateTime=true'];

export interface KafkaOptions {
  /** Folder with the jars. */
  jars: string;
  dataFolder: string;
  logFile: string;
  port: number;
  controllerPort: number;
  onSpawn?(pid: number): void;
  onDeath?(what: string): void;
}

/** One Kafka broker in KRaft mode on 127.0.0.1. */
export async function kafkaProcess(options: KafkaOptions): Promise<SupervisedProcess> {
  const { jars, dataFolder, logFile, port, controllerPort, onSpawn, onDeath } = options;
  mkdirSync(dataFolder, { recursive: true });
  // The properties file is in Kafka's own folder and has relative paths. It is read as Latin-1, commas separate folders and
  // backslashes escape, so it cannot express every absolute path.
  const cwd = dataFolder;
  const file = 'server.properties';
  writeFileSync(join(dataFolder, file), serverProperties({ port, controllerPort }));
  const classpath = ['-cp', join(jars, '*')];
  if (!existsSync(join(dataFolder, logs, 'meta.properties'))) {
    const id = randomBytes(16).toString('base64url');
    await run(
      'java',
      [...jvm, ...quiet, ...classpath, 'kafka.tools.StorageTool', 'format', `--cluster-id=${id}`, '-c', file],
      { timeout: 60_000, cwd, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
    );
  }
  return new SupervisedProcess({
    name: 'kafka',
    command: 'java',
    args: [...jvm, ...quiet, ...classpath, 'kafka.Kafka', file],
    cwd,
    logFile,
    isReady: () => answers(port),
    readyWithinMs: 60_000,
    stopSignal: 'SIGTERM',
    stopWithinMs: 20_000,
    ...(onSpawn && { onSpawn }),
    ...(onDeath && { onDeath }),
  });
}

async function answers(port: number): Promise<boolean> {
  const admin = connectKafka([`127.0.0.1:${port}`], 'readiness').admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    await admin.listTopics();
    return true;
  } finally {
    await admin.disconnect();
  }
}

const lines = (settings: Record<string, string>) =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

const serverProperties = ({ port, controllerPort }: { port: number; controllerPort: number }) => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${logs}
${lines({ ...kafkaSettings, ...singleBrokerSettings })}
log.cleaner.dedupe.buffer.size=16777216
num.network.threads=2
num.io.threads=4
background.threads=2
`;
