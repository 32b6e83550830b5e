import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Fault } from './fault.js';

const run = promisify(execFile);
const kafkaVersion = '4.3.1';

/** @throws Fault unless a Java of at least 17 is on the PATH. */
export async function checkJava(): Promise<void> {
  const hint =
    'Install one, such as with `apt-get install openjdk-17-jre-headless`, or name a running Kafka with KAFKA_BROKERS.';
  let said: string;
  try {
    said = (await run('java', ['-version'])).stderr;
  } catch {
    throw new Fault(`Java is missing: Kafka needs Java 17 or newer. ${hint}`);
  }
  const major = Number(/version "(?:1\.)?(\d+)/.exec(said)?.[1] ?? 0);
  if (major < 17) throw new Fault(`Java ${major} is too old: Kafka needs Java 17 or newer. ${hint}`);
}

/**
 * Kafka's jars, fetched by Maven once for a checkout. If two copies start at once both fetch them, and the first to finish
 * wins.
 * @returns their folder. @throws Fault if Maven is missing or fails.
 */
export async function kafkaJars(root: string, say: (line: string) => void, signal?: AbortSignal): Promise<string> {
  const cache = join(root, '.cache');
  const folder = join(cache, `kafka-${kafkaVersion}`);
  if (existsSync(folder)) return folder;
  say(`fetching Kafka ${kafkaVersion} by Maven (44 MB, once)`);
  mkdirSync(cache, { recursive: true });
  const fetched = mkdtempSync(join(cache, 'kafka-fetching-'));
  const pom = join(root, 'tools', 'stack', 'kafka', 'pom.xml');
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${fetched}`];
  try {
    await run('mvn', ['-q', '-B', '-f', pom, ...goal], { timeout: 300_000, signal });
    if (!readdirSync(fetched).some((name) => name.startsWith('kafka-server'))) throw new Error('no jars came');
    chmodSync(fetched, 0o755);
    renameSync(fetched, folder);
  } catch (error) {
    rmSync(fetched, { recursive: true, force: true });
    if (existsSync(folder)) return folder;
    signal?.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Fault(
        'Maven is missing: it fetches Kafka. Install it, such as with `apt-get install maven`, or name a running Kafka with KAFKA_BROKERS.',
      );
    }
    throw new Fault(`Maven could not fetch Kafka (see that it reaches a repository): ${reasonOf(error as MavenError)}`);
  }
  return folder;
}

type MavenError = Error & { stdout?: string };

const reasonOf = ({ message, stdout = '' }: MavenError): string =>
  (/\[ERROR\] (.*)/.exec(stdout)?.[1] ?? message.split('\n', 1)[0] ?? '').slice(0, 300);
