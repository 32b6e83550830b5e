import { STATUS_CODES } from 'node:http';

export type FieldErrors = Record<string, string[]>;

export interface ProblemDetail {
  detail?: string;
  /** Messages by field, as RealWorld clients read them. */
  errors?: FieldErrors;
  headers?: Record<string, string>;
  /** Further members of the document (RFC 9457, 3.2). */
  more?: Record<string, unknown>;
}

/** A refusal as a problem document of RFC 9457. Thrown anywhere in a request, it becomes the answer. */
export class Problem extends Error {
  readonly detail: string | undefined;
  readonly errors: FieldErrors | undefined;
  readonly headers: Record<string, string>;
  readonly more: Record<string, unknown>;

  constructor(
    readonly status: number,
    { detail, errors, headers = {}, more = {} }: ProblemDetail = {},
  ) {
    super(detail ?? STATUS_CODES[status] ?? 'Error');
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
    this.more = more;
  }

  toJSON(): Record<string, unknown> {
    const { status, detail, errors, more } = this;
    return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, errors, ...more };
  }
}

export const badRequest = (detail: string) => new Problem(400, { detail });

/** 401; `what` is 'is missing' or 'is invalid'. */
export const unauthorized = (what: string) =>
  new Problem(401, {
    detail: `The token ${what}.`,
    errors: { token: [what] },
    headers: { 'WWW-Authenticate': 'Token' },
  });

/** @param what the object that is not the caller's */
export const forbidden = (detail: string, what = 'permission') =>
  new Problem(403, { detail, errors: { [what]: ['forbidden'] } });

export const notFound = (what: string) =>
  new Problem(404, { detail: `There is no such ${what}.`, errors: { [what]: ['not found'] } });

export const conflict = (detail: string, errors?: FieldErrors) =>
  new Problem(409, { detail, ...(errors && { errors }) });

export const unprocessable = (errors: FieldErrors) =>
  new Problem(422, { detail: 'Some fields cannot be taken as they are.', errors });

/** 503, with the seconds after which to try again. */
export const unavailable = (detail: string, retryAfterSeconds: number) =>
  new Problem(503, { detail, headers: { 'Retry-After': String(retryAfterSeconds) } });

/** A 503 for an error that `isAway` recognises. It does not say whether the request was done: that depends on the route. */
export const databaseAway = () => unavailable('The database is away for now. Repeat it.', 1);
