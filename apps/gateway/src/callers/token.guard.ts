import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, TokenVerifier } from '#service/tokens.js';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

export interface SignedInRequest extends FastifyRequest {
  caller: Caller;
}

/** Lets pass whoever shows a good token, before anything else of the request is looked at. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(@Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    request.caller = await this.tokens.verify(request.headers.authorization);
    return true;
  }
}
