import { readStackFile } from '#tools/stack/stack-file.js';
import { BadArchive } from './archive.js';
import type { ImportArguments } from './arguments.js';
import { addressOf, findPublished } from './find-published.js';
import { Progress } from './progress.js';
import { ProtectedPosts, type ProtectedPost } from './protected-posts.js';
import { readArchive } from './read-archive.js';

/**
 * Lists the posts with a password of some exports, with the address and the ids under which an import that did not look
 * for passwords published them; with a copy that runs, says which are there. @returns the exit code.
 */
export async function findProtected({ files, source, url, dataFolder }: ImportArguments): Promise<number> {
  const posts = new ProtectedPosts();
  let code = 0;
  for (const file of files) {
    try {
      await readArchive(file, source, posts, new Progress());
    } catch (error) {
      if (!(error instanceof BadArchive)) throw error;
      console.error(`refused: ${error.message}; what stands before it is listed`);
      code = 1;
    }
  }
  console.log(`posts with a password: ${posts.found.length}`);
  const gateway = url ?? readStackFile(dataFolder)?.gatewayUrl;
  const states =
    gateway === undefined ? `no copy runs in ${dataFolder}, and no --url was given` : await ask(gateway, posts.found);
  if (typeof states === 'string' && posts.found.length > 0)
    console.error(`Which of them are here is not known: ${states}.`);
  for (const post of posts.found) console.log(describe(post, typeof states === 'string' ? undefined : states));
  return code;
}

/** Where those that are here stand, or why that is not known: the list needs nobody who answers. */
async function ask(gateway: string, posts: ProtectedPost[]): Promise<Map<ProtectedPost, string> | string> {
  const here = new Map<ProtectedPost, string>();
  try {
    for (const post of posts) {
      const address = await findPublished(gateway, post.article);
      if (address !== undefined) here.set(post, address);
    }
    return here;
  } catch (error) {
    return `${gateway} does not answer (${(error as Error).message})`;
  }
}

function describe(post: ProtectedPost, here: Map<ProtectedPost, string> | undefined): string {
  const { source, article, comments } = post;
  const address = here?.get(post);
  const state = here && (address === undefined ? '  is not here' : '  is here: withdraw it');
  const title = article.title.replace(/\p{C}/gu, ' ').slice(0, 100);
  return [
    `${address ?? addressOf(article)}${state ?? ''}`,
    `  title     ${title}`,
    `  source    ${source}`,
    `  id        ${article.formerExternalId ?? article.externalId}`,
    `  comments  ${comments}`,
  ].join('\n');
}
