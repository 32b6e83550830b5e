type Method = (...parts: unknown[]) => unknown;

/**
 * A method of pg with promises made of its callbacks. Those that pg makes itself are held by what they were made in, in a
 * way that only a full collection of garbage sees through: so every query with its result grew old, and full collections,
 * each of which stalls a process for tens of milliseconds, came several times as often.
 */
export function promiseForm(method: Method): Method {
  return (...parts) =>
    typeof parts.at(-1) === 'function' || isSubmittable(parts[0]) ? method(...parts) : call(method, parts);
}

async function call(method: Method, parts: unknown[]): Promise<unknown> {
  try {
    return await new Promise((resolve, reject) => {
      method(...parts, (error: Error | null | undefined, result: unknown) => (error ? reject(error) : resolve(result)));
    });
  } catch (error) {
    // The stack of who asked, in place of the socket's.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}

const isSubmittable = (query: unknown) => typeof (query as { submit?: unknown } | undefined)?.submit === 'function';
