const maxBytes = 7_000;

/** The channel on which a set's new versions are published. */
export const progressChannel = (schema: string) => `progress_${schema}`;

/** The payload for waiting readers: `stream:version,…`, or `*` if there are too many for one notification. */
export function progressMessage(progress: Map<string, number>): string {
  const list = progress.size > 150 ? '*' : [...progress].map(([stream, version]) => `${stream}:${version}`).join(',');
  return Buffer.byteLength(list) > maxBytes ? '*' : list;
}
