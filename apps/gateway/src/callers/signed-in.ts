import { applyDecorators, createParamDecorator, type ExecutionContext, UseGuards } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import type { Caller } from '#service/tokens.js';
import { Refuses } from '../docs/route-documentation.js';
import { AdminGuard } from './admin.guard.js';
import { type SignedInRequest, TokenGuard, ViewerGuard, type ViewerRequest } from './token.guard.js';

/** For whoever holds a token, guest or account. */
export const SignedIn = () => applyDecorators(UseGuards(TokenGuard), ApiSecurity('token'), Refuses(401));

/** For everybody; who shows a token is shown what is theirs. */
export const MayBeSignedIn = () =>
  applyDecorators(UseGuards(ViewerGuard), ApiSecurity('token'), ApiSecurity({}), Refuses(401));

/** Who asks, on a route where they {@link MayBeSignedIn}; undefined for a stranger. */
export const ViewedBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => {
  return context.switchToHttp().getRequest<ViewerRequest>().viewer;
});

/** For admins alone. */
export const AdminOnly = () =>
  applyDecorators(UseGuards(TokenGuard, AdminGuard), ApiSecurity('token'), Refuses(401, 403));

/** Who asks, on a route that is {@link SignedIn} or {@link AdminOnly}. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  return context.switchToHttp().getRequest<SignedInRequest>().caller;
});
