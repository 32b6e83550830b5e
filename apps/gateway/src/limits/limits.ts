import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Counter } from 'prom-client';
import type { TokenHolder } from '#identity/caller.js';
import type { TokenVerifier } from '#identity/tokens.js';
import type { InProcessWindows } from './in-process-windows.js';
import { isCountedByPerson, type Kind, kindOf, passwordResetsPath, signInPath } from './kind-of-request.js';
import type { Limiter } from './limiter.js';
import type { Subjects } from './subjects.js';
import { rateLimitHeaders, tooManyRequests, waitOf } from './too-many-requests.js';
import type { Window } from './window.js';

type Attempt = NonNullable<ReturnType<Subjects['talliesOf']>>;

export interface LimitParts {
  limiter: Limiter;
  subjects: Subjects;
  /** Most addresses read little, so their first reads are counted in the process, without Redis. */
  spared: Pick<InProcessWindows, 'take'>;
  tokens: TokenVerifier;
  refused: Counter;
}

/** Refuses requests that exceed a limit. */
@Injectable()
export class Limits {
  private readonly attempts = new WeakMap<FastifyRequest, Attempt>();

  constructor(private readonly parts: LimitParts) {}

  /**
   * @param meanwhile work that may begin while the request is counted; not called if this process knows that the limit
   * is exceeded.
   * @throws Problem 429
   */
  async admit(request: FastifyRequest, reply: FastifyReply, meanwhile: () => void): Promise<void> {
    const { limiter, refused } = this.parts;
    const counted = await this.countedAs(request);
    const full = counted && limiter.knownFull(counted.windows);
    if (!full) meanwhile();
    if (!counted) return;
    const { kind, windows } = counted;
    const taken = full ?? (await limiter.take(windows, { whileAway: kind === 'read' ? 'let pass' : 'count here' }));
    void reply.headers(rateLimitHeaders(taken));
    if (taken.granted) return;
    refused.inc({ kind } satisfies { kind: Kind });
    throw tooManyRequests(waitOf(taken));
  }

  /** The windows in which a request needs a place; undefined if it needs none. */
  private async countedAs(request: FastifyRequest): Promise<{ kind: Kind; windows: Window[] } | undefined> {
    const { subjects, spared } = this.parts;
    const path = request.routeOptions.url ?? request.url;
    const kind = kindOf(request.method, path);
    if (kind === undefined) return undefined;
    if (kind === 'read' && spared.take(subjects.sparedWindowOf(request.clientAddress)).granted) return undefined;
    const caller = isCountedByPerson(kind) ? await this.callerOf(request) : undefined;
    if (path.startsWith('/api/imports/') && caller?.roles.includes('admin')) return undefined;
    return { kind, windows: subjects.windowsOf(kind, request.clientAddress, caller) };
  }

  /** Counts an attempt to sign in; its account is known only once the body is read. @throws Problem 429 */
  async beforeSignIn(request: FastifyRequest): Promise<void> {
    const email = (request.body as { user?: { email?: unknown } } | null)?.user?.email;
    if (request.method !== 'POST' || request.routeOptions.url !== signInPath || typeof email !== 'string') return;
    const tallies = this.parts.subjects.talliesOf(request.clientAddress, email);
    if (tallies === undefined) return;
    const wait = await this.parts.limiter.attempt(Object.values(tallies));
    if (wait > 0) {
      this.parts.refused.inc({ kind: 'failed sign-in' });
      throw tooManyRequests(wait);
    }
    this.attempts.set(request, tallies);
  }

  /** Counts a request for a reset link; whom it is for is known only once the body is read. @throws Problem 429 */
  async beforePasswordReset(request: FastifyRequest): Promise<void> {
    const email = (request.body as { passwordReset?: { email?: unknown } } | null)?.passwordReset?.email;
    if (request.method !== 'POST' || request.routeOptions.url !== passwordResetsPath || typeof email !== 'string')
      return;
    const { subjects, limiter, refused } = this.parts;
    const tallies = subjects.resetTalliesOf(request.clientAddress, email);
    const wait = tallies.length === 0 ? 0 : await limiter.attempt(tallies);
    if (wait === 0) return;
    refused.inc({ kind: 'password reset' });
    throw tooManyRequests(wait);
  }

  /**
   * Settles an attempt by its result: only a 401 stays counted, unless nothing but the code is lacking. A successful
   * sign-in does not clear the count of its address.
   */
  async afterSignIn(request: FastifyRequest & { lacksCode?: boolean }, status: number): Promise<void> {
    const attempt = this.attempts.get(request);
    if (attempt === undefined || (status === 401 && !request.lacksCode)) return;
    const { pair, account, address } = attempt;
    if (status === 200) await this.parts.limiter.correct([pair, account], [address]);
    else await this.parts.limiter.correct([], [pair, account, address]);
  }

  /** A bad token counts as a stranger's. The route refuses it later, if it needs a token. */
  private callerOf(request: FastifyRequest): Promise<TokenHolder | undefined> {
    return this.parts.tokens.identify(request.headers.authorization).catch(() => undefined);
  }
}
