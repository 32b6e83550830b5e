const link = /https?:\/\/|\bwww\./gi;

/** What analytics may know of a text without reading it. */
export function factsOf(body: string): { codePoints: number; links: number } {
  return { codePoints: [...body].length, links: body.match(link)?.length ?? 0 };
}
