import type { ArchiveSink } from '../archive.js';
import { ForeignFile } from '../foreign-file.js';
import { BadEncoding, decodePortions } from './decode-portions.js';
import { Elements } from './elements.js';
import { Export } from './export.js';

/**
 * Reads a WordPress export (WXR 1.0 to 1.2), item by item and comment by comment.
 * @throws BadArchive with line and column, complete items before it are in the sink; ForeignFile for other RSS.
 */
export async function readWordpress(
  input: AsyncIterable<Buffer>,
  source: string | undefined,
  sink: ArchiveSink,
): Promise<void> {
  const archive = new Export(sink, source);
  const elements = new Elements('rss', archive);
  try {
    for await (const portion of decodePortions(input)) elements.write(portion);
    elements.end();
  } catch (error) {
    if (error instanceof BadEncoding) elements.writeLast(error.before);
    archive.cutOff();
    throw error instanceof BadEncoding ? elements.refusal(error.message) : error;
  } finally {
    if (elements.forbidden > 0) sink.passOver(elements.forbidden);
  }
  if (!archive.isWordpress) throw new ForeignFile('is RSS, but no export of WordPress');
}
