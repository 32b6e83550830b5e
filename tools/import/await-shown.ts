import type { GatewayClient } from '#tools/gateway/gateway-client.js';

/**
 * Waits until readers see what the token names, so that a long import stays a few batches ahead of what is shown and
 * nobody who posts meanwhile waits behind it. Goes on after a minute: what was sent is safe.
 */
export async function awaitShown(gateway: GatewayClient, token: string): Promise<void> {
  await gateway.get('/api/articles?limit=1', { 'consistency-token': token }).catch(() => undefined);
}
