const link = /https?:\/\/|\bwww\./gi;

/** Facts about a text that analytics may use without the text. */
export function factsOf(body: string): { codePoints: number; links: number } {
  return { codePoints: [...body].length, links: body.match(link)?.length ?? 0 };
}
