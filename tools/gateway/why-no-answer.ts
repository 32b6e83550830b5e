const reasons = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'there is no such host'],
  ['EAI_AGAIN', 'its name cannot be looked up now'],
  ['EHOSTUNREACH', 'no way leads to that host'],
  ['ENETUNREACH', 'no way leads to that host'],
  ['ETIMEDOUT', 'that host does not answer'],
  ['UND_ERR_CONNECT_TIMEOUT', 'that host does not answer'],
  ['ECONNRESET', 'the connection was cut'],
  ['EPIPE', 'the connection was cut'],
  ['UND_ERR_SOCKET', 'the connection was cut'],
]);

/** Why a request got no answer, in plain words. @param error of `fetch`. */
export function whyNoAnswer(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'no answer came in time';
  const { name: kind, code = '', message: why = message } = (cause ?? error) as NodeJS.ErrnoException;
  if (kind === 'HTTPParserError') return 'what answers there does not speak HTTP';
  if (code.startsWith('ERR_SSL_')) return 'what answers there does not speak TLS, as https wants';
  if (/CERT/.test(code)) return `its certificate is not trusted (${code})`;
  return reasons.get(code) ?? why;
}
