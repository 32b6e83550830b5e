import { readdir, readFile } from 'node:fs/promises';

/**
 * Bytes of memory of a process and all that descend from it, by name: a page that several share counts in parts (PSS).
 * A process without a name of its own counts with the one it descends from, such as Postgres's backends.
 */
export async function proportionalMemory(top: number, names: Map<number, string>): Promise<Map<string, number>> {
  const parents = await parentOfEach();
  const total = new Map<string, number>();
  for (const pid of parents.keys()) {
    const name = nameOf(pid, top, names, parents);
    if (name === undefined) continue;
    total.set(name, (total.get(name) ?? 0) + (await pssOf(pid)));
  }
  return total;
}

function nameOf(pid: number, top: number, names: Map<number, string>, parents: Map<number, number>) {
  let found: string | undefined;
  for (let at: number | undefined = pid; at !== undefined; at = parents.get(at)) {
    found ??= names.get(at);
    if (at === top) return found ?? 'npm';
  }
  return undefined;
}

async function parentOfEach(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const pairs = await Promise.all(
    pids.map(async (pid): Promise<[number, number][]> => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name of a process stands in brackets and may hold anything.
      const parent = /^\S+ \S+ (\d+)/.exec(stat.slice(stat.lastIndexOf(')')))?.[1];
      return parent === undefined ? [] : [[Number(pid), Number(parent)]];
    }),
  );
  return new Map(pairs.flat());
}

/** 0 for one that has ended meanwhile. */
async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1_024;
}
