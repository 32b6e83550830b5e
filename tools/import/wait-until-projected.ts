import type { GatewayClient } from '#tools/gateway/gateway-client.js';

/**
 * Waits until the read database has the token's versions. So a long import stays only a few batches ahead of the projector,
 * and other people's posts do not wait behind it. Continues after a minute: what was sent is stored.
 */
export async function waitUntilProjected(gateway: GatewayClient, token: string): Promise<void> {
  await gateway.get('/api/articles?limit=1', { 'consistency-token': token }).catch(() => undefined);
}
