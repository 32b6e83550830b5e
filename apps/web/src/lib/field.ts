/** A text field of a form; nothing where it is missing or a file. Browsers send line ends as CRLF. */
export function field(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
}
