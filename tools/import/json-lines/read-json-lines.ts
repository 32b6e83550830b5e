import { BadArchive, type ArchiveSink } from '../archive.js';
import { ForeignFile } from '../foreign-file.js';
import { parseLine } from './json-lines-format.js';
import { readLines } from './read-lines.js';
import { UnfitLine } from './unfit-line.js';

/**
 * Reads articles and comments line by line, skipping empty lines. @throws BadArchive at the first bad line, ForeignFile if
 * there is no valid one.
 */
export async function readJsonLines(input: AsyncIterable<Buffer>, source: string, sink: ArchiveSink): Promise<void> {
  let number = 1;
  let isEmpty = true;
  try {
    for await (const text of readLines(input)) {
      if (text.trim() !== '') {
        take(text, number, source, sink);
        isEmpty = false;
      }
      number += 1;
    }
  } catch (error) {
    throw error instanceof UnfitLine ? new BadArchive(`line ${number}: ${error.message}`) : error;
  }
  if (isEmpty) throw new ForeignFile('is empty');
}

function take(text: string, number: number, source: string, sink: ArchiveSink): void {
  const line = parseLine(text);
  if (line.kind === 'comment') {
    sink.addComment(sink.itemOf(source, line.articleSlug), line.comment, number);
    return;
  }
  const { article } = line;
  const isNew = sink.setArticle(sink.itemOf(source, article.externalId), source, article, false);
  if (!isNew) sink.skip({ reason: 'article, given twice', id: article.slug, line: number });
}
