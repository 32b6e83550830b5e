const transactionAborted = '25P02';

/**
 * Awaits queries of one transaction that were sent together, so that they cost one round trip.
 * @throws the error of the query that failed; the later ones only say that the transaction is aborted.
 */
export async function pipelined<const Queries extends readonly unknown[]>(
  queries: Queries,
): Promise<{ -readonly [Place in keyof Queries]: Awaited<Queries[Place]> }> {
  const outcomes = await Promise.allSettled(queries);
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []));
  const error = errors.find((each) => !isAftermath(each)) ?? errors[0];
  if (error) throw error;
  return Promise.all(queries);
}

const isAftermath = (error: Error) => (error as { code?: string }).code === transactionAborted;
