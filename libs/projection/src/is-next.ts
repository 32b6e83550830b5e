/**
 * A condition: the parked event is the next of its stream, and the stream is not halted. So it waits only until its
 * type is known.
 */
export const isNext = (parked: string, schema: string) => `
  ${parked}.version = 1 + coalesce((SELECT progress.version FROM ${schema}.stream_progress AS progress
                                    WHERE progress.stream = ${parked}.stream), 0)
  AND NOT EXISTS (SELECT FROM ${schema}.halted_stream AS halted WHERE halted.stream = ${parked}.stream)`;
