import { UnfitLine } from './unfit-line.js';

/** Bytes. */
export const longestLine = 8 * 1024 * 1024;

/**
 * The lines of UTF-8 text, without their ends, one at a time in memory.
 * @throws UnfitLine for a line that is too long or not UTF-8.
 */
export async function* readLines(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (line: Buffer): string => {
    try {
      return decoder.decode(line.at(-1) === 0x0d ? line.subarray(0, -1) : line);
    } catch {
      throw new UnfitLine('is not UTF-8');
    }
  };
  let kept: Buffer[] = [];
  let keptBytes = 0;
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      yield decode(Buffer.concat([...kept, chunk.subarray(from, end)]));
      [kept, keptBytes, from] = [[], 0, end + 1];
    }
    kept.push(chunk.subarray(from));
    keptBytes += chunk.length - from;
    if (keptBytes > longestLine) throw new UnfitLine(`is longer than ${longestLine} bytes`);
  }
  if (keptBytes > 0) yield decode(Buffer.concat(kept));
}
