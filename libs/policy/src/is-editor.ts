import { exclusionAt } from '#contracts/people/standing.js';
import type { Caller } from '#identity/caller.js';

const editors = ['editor', 'admin'];

/** Whether somebody is an editor now: who is suspended or banned is none meanwhile. */
export const isEditor = ({ roles, sanctions }: Pick<Caller, 'roles' | 'sanctions'>): boolean =>
  roles.some((role) => editors.includes(role)) && exclusionAt(sanctions, new Date().toISOString()) === undefined;
