import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { eventsSection } from './events-section.js';

const begin = '<!-- begin: written by npm run events-doc -->';
const end = '<!-- end: written by npm run events-doc -->';

/** The text of docs/events.md, the present one and the one from the contract. @param root the checkout. */
export async function eventsDoc(root: string): Promise<{ file: string; now: string; wanted: string }> {
  const file = join(root, 'docs', 'events.md');
  const now = readFileSync(file, 'utf8');
  const [before, after] = [now.indexOf(begin), now.indexOf(end)];
  if (before === -1 || after < before) throw new Error(`${file} has no place for the events: ${begin} … ${end}`);
  const text = `${now.slice(0, before)}${begin}\n\n${eventsSection()}\n\n${now.slice(after)}`;
  return { file, now, wanted: await format(text, { ...(await resolveConfig(file)), filepath: file }) };
}
