import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the version before left; its README.md describes the files. */
export const fixture = join(import.meta.dirname, '..', 'fixtures', 'version-before');

export interface OldAccount {
  id: string;
  username: string;
  email: string;
  password: string;
  bio: string | null;
  image: string | null;
}

/** The people of the fixture, in clear. */
export interface Story {
  accounts: Record<'admin' | 'tove' | 'edda' | 'mo' | 'bert' | 'olaf' | 'olga' | 'erik' | 'penny', OldAccount>;
  guests: Record<'greta' | 'gus' | 'lena' | 'ella' | 'bannedGuest', { id: string; name: string; token: string }> & {
    greta: { nick: string };
  };
  articles: Record<'text' | 'markdown' | 'html' | 'closed', { slug: string; title: string }>;
  comments: Record<'first' | 'held', { id: number; body: string }>;
  /** As it was sent. */
  archive: Record<'people' | 'articles' | 'comments', object>;
  /** The id of a person who was imported. */
  erased: { imported: string };
}

export const story = JSON.parse(readFileSync(join(fixture, 'story.json'), 'utf8')) as Story;

/** The lines of a file of JSON; none if the file does not exist. */
export function linesOf<Line>(...path: string[]): Line[] {
  const file = join(fixture, ...path);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}
