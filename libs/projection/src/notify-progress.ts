const mostBytes = 7_000;

/** The channel on which a set's new versions are told. */
export const progressChannel = (schema: string) => `progress_${schema}`;

/** What waiting readers are told of new versions: `stream:version,…`, or `*` when they are too many for one notification. */
export function progressMessage(progress: Map<string, number>): string {
  const list = progress.size > 150 ? '*' : [...progress].map(([stream, version]) => `${stream}:${version}`).join(',');
  return Buffer.byteLength(list) > mostBytes ? '*' : list;
}
