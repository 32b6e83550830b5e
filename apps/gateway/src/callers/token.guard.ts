import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, TokenVerifier } from '#service/tokens.js';

export const TOKEN_VERIFIER = Symbol('TOKEN_VERIFIER');

export interface SignedInRequest extends FastifyRequest {
  caller: Caller;
}

export interface ViewerRequest extends FastifyRequest {
  viewer: Caller | undefined;
}

/** Lets pass everybody; a token that is shown must be good. */
@Injectable()
export class ViewerGuard implements CanActivate {
  constructor(@Inject(TOKEN_VERIFIER) private readonly tokens: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ViewerRequest>();
    const { authorization } = request.headers;
    request.viewer = authorization === undefined ? undefined : await this.tokens.verify(authorization);
    return true;
  }
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
