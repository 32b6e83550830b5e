import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries a command's proof: `<milliseconds since 1970>.<keyed hash>`. */
export const proofHeader = 'x-gateway-proof';

/** Milliseconds for which a proof is valid, before and after its time: the clocks of two machines never agree exactly. */
export const proofLastsMs = 60_000;

/** What a proof is bound to; it is valid for nothing else. */
export interface ProvenCommand {
  /** The path of the request: `/commands/post-comment`. */
  path: string;
  /** The address of the client that the command is for; undefined if unknown. */
  address: string | undefined;
}

const hashOf = (key: Buffer, { path, address }: ProvenCommand, at: number) =>
  createHmac('sha256', key)
    .update(JSON.stringify(['gateway-proof', at, path, address ?? null]))
    .digest();

/** Proves that a command comes from a holder of the installation's command key. @param now milliseconds since 1970. */
export const prove = (key: Buffer, command: ProvenCommand, now = Date.now()): string =>
  `${now}.${hashOf(key, command, now).toString('base64url')}`;

/**
 * Why a proof is invalid; undefined if it is valid.
 * @param keys any of them may have made the proof. @param now milliseconds since 1970.
 */
export function whyNotProven(
  keys: readonly Buffer[],
  proof: string | string[] | undefined,
  command: ProvenCommand,
  now = Date.now(),
): string | undefined {
  if (proof === undefined) return 'it has no proof';
  const [, time, hash] = /^(\d{1,15})\.([\w-]{43})$/.exec(String(proof)) ?? [];
  if (time === undefined || hash === undefined) return 'its proof is not well-formed';
  const at = Number(time);
  const given = Buffer.from(hash, 'base64url');
  if (!keys.some((key) => timingSafeEqual(given, hashOf(key, command, at)))) {
    return 'its proof was made with another key, or for another address or command';
  }
  if (Math.abs(now - at) <= proofLastsMs) return undefined;
  return `its proof is from ${new Date(at).toISOString()}: too old, or the clocks are not in step`;
}
