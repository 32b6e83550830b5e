import { z } from 'zod';
import { literalNetwork, type Network } from '#contracts/people/network.js';

/**
 * Addresses or networks (`10.0.0.0/8`), separated by commas, whose X-Forwarded-For is believed. Empty by default, and
 * never everybody: any client could then claim any address.
 */
export const trustedProxiesVar = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((each) => each.trim()))
  .transform((list, { addIssue }): Network[] => {
    const networks = list.filter((each) => each !== '').map(literalNetwork);
    const known = networks.filter((network) => network !== undefined && network.bits > 0);
    if (known.length < networks.length)
      addIssue('must be addresses or networks, separated by commas, and not everybody');
    return known as Network[];
  });
