import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';

export interface RequestContext {
  correlationId: string;
  causationId?: string;
  /** W3C trace context of this step. */
  traceparent: string;
}

const storage = new AsyncLocalStorage<RequestContext>();
const sane = /^[\w.:-]{1,100}$/;
const traceparentForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** A new span in the trace that the header names, or in a new trace. See https://www.w3.org/TR/trace-context/ */
export function continueTrace(header: string | undefined): string {
  const given = traceparentForm.exec(header ?? '');
  if (!given || /^0+$/.test(given[1] ?? '')) return `00-${hex(16)}-${hex(8)}-01`;
  return `00-${given[1]}-${hex(8)}-${given[3]}`;
}

/** The context of a request from its headers; invalid values are replaced. */
export function contextOf(headers: Record<string, string | string[] | undefined>): RequestContext {
  const correlationId = headers['x-correlation-id'];
  const traceparent = headers['traceparent'];
  return {
    correlationId: typeof correlationId === 'string' && sane.test(correlationId) ? correlationId : randomUUID(),
    traceparent: continueTrace(typeof traceparent === 'string' ? traceparent : undefined),
  };
}

export const runInContext = <Result>(context: RequestContext, work: () => Result): Result => storage.run(context, work);

/** The context of the current request; outside of one, a new context. */
export const currentContext = (): RequestContext => storage.getStore() ?? contextOf({});

export const hasContext = (): boolean => storage.getStore() !== undefined;
