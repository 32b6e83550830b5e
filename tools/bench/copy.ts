import { readStackFile, type StackFile } from '#tools/stack/stack-file.js';
import type { CopyPlace } from './data-folder.js';
import { startProcess, type StartedProcess } from './npm-start.js';

/** A running copy of everything, as its user would have it. */
export interface Copy {
  dataFolder: string;
  gatewayUrl: string;
  siteUrl?: string | undefined;
  postgresUrl: string;
  brokers: string[];
  /** Absent where there is no Redis. */
  redisUrl?: string | undefined;
  /** Of `npm start`; all else descends from it. */
  pid: number;
  /** What runs, by process id. */
  names: Map<number, string>;
  /** Milliseconds from `npm start` to its "Ready". */
  readyAfterMs: number;
  stop(): Promise<void>;
  /** Stops it and starts it on the same data. */
  restart(): Promise<void>;
}

export async function startCopy(place: CopyPlace): Promise<Copy> {
  const describe = (started: StartedProcess) => {
    const stack = readStackFile(place.dataFolder);
    if (!stack) throw new Error('npm start said it was ready but left no stack.json');
    const { gatewayUrl, siteUrl, postgresUrl, brokers, redisUrl } = stack;
    return { gatewayUrl, siteUrl, postgresUrl, brokers, redisUrl, names: namesOf(stack), ...started };
  };
  const copy: Copy = {
    dataFolder: place.dataFolder,
    ...describe(await startProcess(place)),
    restart: async () => {
      await copy.stop();
      Object.assign(copy, describe(await startProcess(place)));
    },
  };
  return copy;
}

const namesOf = ({ supervisor, processes }: StackFile) =>
  new Map([
    [supervisor.pid, 'supervisor'],
    ...Object.entries(processes).map(([name, { pid }]): [number, string] => [pid, name]),
  ]);
