import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often the heap is measured, in milliseconds. Collecting a small heap takes about ten. */
const everyMs = 200;

/** Bytes of live objects in the heap. */
export function liveHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

/** The peak of the bytes that some work keeps alive. Garbage is not counted, because it differs from run to run. */
export async function mostLiveHeap<Result>(work: () => Promise<Result>): Promise<{ result: Result; bytes: number }> {
  const before = liveHeap();
  let most = 0;
  const look = (): void => {
    most = Math.max(most, liveHeap() - before);
  };
  const looking = setInterval(look, everyMs);
  try {
    const result = await work();
    look();
    return { result, bytes: most };
  } finally {
    clearInterval(looking);
  }
}
