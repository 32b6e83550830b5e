import { VersionConflict, type Append } from './event-store.js';

const uniqueViolation = '23505';

export function conflictOn(appends: Append[], stream: string): VersionConflict {
  const append = appends.find((candidate) => candidate.stream === stream) ?? appends[0];
  return new VersionConflict(append?.stream ?? stream, append?.expectedVersion ?? 0);
}

/** Maps the error of an append: a VersionConflict where the version exists already, else the error unchanged. */
export function asConflict(appends: Append[], error: unknown): unknown {
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string };
  if (code !== uniqueViolation || constraint !== 'events_stream_version_key') return error;
  return conflictOn(appends, /\)=\((.*), \d+\)/.exec(detail ?? '')?.[1] ?? '');
}
