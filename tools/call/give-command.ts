import { proofHeader, prove } from '#commands/gateway-proof.js';

export interface GivenCommand {
  /** The address of one copy of the service: `http://127.0.0.1:3003`. */
  url: string;
  /** The installation's command key. */
  key: Buffer;
  /** As in `/commands/post-comment`. */
  name: string;
  /** JSON. */
  body: string;
  token?: string | undefined;
  /** The client address that the command reports. */
  from?: string | undefined;
  headers?: Record<string, string>;
}

/** Milliseconds to wait for an answer. */
const answerMs = 10_000;

/** Sends a command to a service as the gateway would. @throws Error if there is no answer in time. */
export function giveCommand({ url, key, name, body, token, from, headers }: GivenCommand): Promise<Response> {
  const path = `/commands/${name}`;
  return fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [proofHeader]: prove(key, { path, address: from }),
      ...(from !== undefined && { 'x-client-address': from }),
      ...(token !== undefined && { authorization: `Token ${token}` }),
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(answerMs),
  });
}
