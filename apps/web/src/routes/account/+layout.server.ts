import { randomUUID } from 'node:crypto';
import { requireMe } from '#lib/server/require-me.js';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => ({ me: await requireMe(event), key: randomUUID() });
