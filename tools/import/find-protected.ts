import { Fault } from '#tools/stack/fault.js';
import { readStackFile } from '#tools/stack/stack-file.js';
import type { Progress } from '#tools/terminal/progress.js';
import { say, tell } from '#tools/terminal/say.js';
import { Lines, linesOf, sentence } from '#tools/terminal/sentence.js';
import { BadArchive } from './archive.js';
import type { ImportArguments } from './arguments.js';
import { addressOf, findPublished } from './find-published.js';
import { findGateway } from './open-gateway.js';
import { ProtectedPosts, type ProtectedPost } from './protected-posts.js';
import { readArchive } from './read-archive.js';
import { tellRefused, type Refused } from './refused.js';

/**
 * Lists the password-protected posts of some exports, with the slug and ids that an importer without support for passwords
 * gave them. With a running copy it says which were published. @returns the exit code.
 */
export async function findProtected(args: ImportArguments, progress: Progress): Promise<number> {
  const posts = new ProtectedPosts();
  const refused: Refused[] = [];
  const listing = new Set<string>();
  for (const file of args.files) {
    const before = posts.found.length;
    try {
      await readArchive(file, args.source, posts, progress);
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      refused.push({ file, error });
    }
    if (posts.found.length > before) listing.add(file);
  }
  const here = posts.found.length > 0 ? await ask(args, posts.found) : undefined;
  say`posts with a password: ${posts.found.length}`;
  for (const post of posts.found) say`${describe(post, here)}`;
  tellRefused(refused, (file) => listing.has(file), 'is listed');
  return refused.length > 0 ? 1 : 0;
}

/** The published ones; undefined without a running copy, which the list does not need. */
async function ask(args: ImportArguments, posts: ProtectedPost[]): Promise<Map<ProtectedPost, string> | undefined> {
  const here = new Map<ProtectedPost, string>();
  try {
    if (args.url === undefined && !readStackFile(args.dataFolder)) {
      throw new Fault(sentence`no copy runs in ${args.dataFolder}, and no --url was given`);
    }
    const gateway = await findGateway(args);
    for (const post of posts) {
      const address = await findPublished(gateway, post.article);
      if (address !== undefined) here.set(post, address);
    }
    return here;
  } catch (error) {
    tell`Which of them are here is not known: ${linesOf(error)}`;
    return undefined;
  }
}

function describe(post: ProtectedPost, here: Map<ProtectedPost, string> | undefined): Lines {
  const { source, article, comments } = post;
  const address = here?.get(post);
  const state = here && (address === undefined ? '  is not here' : '  is here: withdraw it');
  return new Lines(
    [
      sentence`${address ?? addressOf(article)}${state ?? ''}`,
      sentence`  title     ${article.title}`,
      sentence`  source    ${source}`,
      sentence`  id        ${article.formerExternalId ?? article.externalId}`,
      sentence`  comments  ${comments}`,
    ].join('\n'),
  );
}
