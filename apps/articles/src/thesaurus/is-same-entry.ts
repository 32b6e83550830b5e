import { isDeepStrictEqual } from 'node:util';
import type { HouseEntry } from '#contracts/thesaurus/house-entry.js';

export const isSameEntry = (one: HouseEntry | undefined, other: HouseEntry): boolean => isDeepStrictEqual(one, other);
