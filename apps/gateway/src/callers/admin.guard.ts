import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { requireAdmin } from '#service/commands/require-admin.js';
import type { SignedInRequest } from './token.guard.js';

/** Lets pass admins alone; the service that owns the object looks again. */
@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    requireAdmin(context.switchToHttp().getRequest<SignedInRequest>().caller);
    return true;
  }
}
