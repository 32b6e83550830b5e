/** A line on standard error with the seconds since the start, so that standard output holds the table alone. */
export function say(line: string): void {
  process.stderr.write(`${process.uptime().toFixed(0).padStart(4)} s  ${line}\n`);
}
