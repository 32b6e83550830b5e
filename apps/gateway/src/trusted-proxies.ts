import { isIP } from 'node:net';
import { z } from 'zod';

/** Addresses or networks (`10.0.0.0/8`), separated by commas, whose X-Forwarded-For is believed. None unless told. */
export const trustedProxiesVar = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((each) => each.trim()))
  .transform((list) => list.filter((each) => each !== ''))
  .refine((list) => list.every(isNetwork), 'must be addresses or networks, separated by commas');

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
