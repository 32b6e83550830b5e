import type { Role } from '#contracts/people/role.events.js';
import type { TokenSigner } from '#identity/token-signer.js';

export interface SignedSession {
  id: string;
  personId: string;
  roles: readonly Role[];
  /** ISO 8601. */
  issuedAt: string;
  lifetimeSeconds: number;
}

/** The access token of an account's session. */
export const signSession = (
  signer: TokenSigner,
  { id, personId, roles, issuedAt, lifetimeSeconds }: SignedSession,
): Promise<string> => signer.sign({ personId, kind: 'account', roles, sessionId: id }, { issuedAt, lifetimeSeconds });
