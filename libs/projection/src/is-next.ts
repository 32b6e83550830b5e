/** A condition: the parked event is the next of its stream, and nothing has halted that. So it waits for its type to be known. */
export const isNext = (parked: string, schema: string) => `
  ${parked}.version = 1 + coalesce((SELECT progress.version FROM ${schema}.stream_progress AS progress
                                    WHERE progress.stream = ${parked}.stream), 0)
  AND NOT EXISTS (SELECT FROM ${schema}.halted_stream AS halted WHERE halted.stream = ${parked}.stream)`;
