import { dirname } from 'node:path';
import type { System } from './system.js';

export interface Welcome {
  system: Pick<System, 'siteUrls' | 'admin'>;
  /** The slug of an article that is argued about. */
  lively?: string | undefined;
  readyAfterMs: number;
}

/** The text printed when everything serves. It shows the password only on the first start. */
export function welcome({ system, lively, readyAfterMs }: Welcome): string {
  const { admin, siteUrls } = system;
  const [site = ''] = siteUrls;
  const lines = [
    ['the site', `${site}/`],
    ...(lively === undefined ? [] : [['a lively one', `${site}/articles/${lively}`]]),
    ['the API', `${site}/docs`],
    ['a thread', `curl ${site}/api/articles/${lively ?? '<slug>'}/comments`],
    ['the desk', `${site}/desk, for editors, moderators and the admin`],
    ['the admin', `${admin.email}, password in ${admin.path}${admin.isNew ? ` (${admin.password})` : ''}`],
    ['the data', dirname(admin.path)],
  ].map(([what = '', where = '']) => `  ${what.padEnd(14)} ${where}`);
  const seconds = (readyAfterMs / 1_000).toFixed(1);
  return ['', `Ready in ${seconds} s.`, '', ...lines, '', 'Ctrl-C stops everything.'].join('\n');
}
