import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The stranger has no token. */
export const actors = ['stranger', 'guest', 'account', 'admin'] as const;
export type Actor = (typeof actors)[number];

export interface Cast {
  tokens: Record<Actor, string | undefined>;
  /** Existing objects, by the name of the parameter that identifies them. */
  known: Record<string, string>;
}

interface Answer {
  guest: { id: string; token: string };
  user: { token: string; username: string };
  article: { slug: string };
  comment: { id: number };
}

/** Introduces the actors, and creates objects. @throws Error if the gateway refuses any of it. */
export async function introduceActors(gatewayUrl: string, adminFile: string): Promise<Cast> {
  const post = async (path: string, body: unknown, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Token ${token}` }),
    };
    const answer = await fetch(`${gatewayUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const admin = (await post('/api/users/login', { user: JSON.parse(await readFile(adminFile, 'utf8')) as unknown }))
    .user;
  const { guest } = await post('/api/guests', { guest: { name: 'Fuzzy' } });
  const { guest: other } = await post('/api/guests', { guest: { name: 'Asked for' } });
  const password = randomBytes(12).toString('hex');
  const { user } = await post('/api/users', { user: { username: 'fuzzer', email: 'fuzzer@example.org', password } });
  const article = { title: 'Of fuzz', description: 'It is soft.', body: 'And it *is* everywhere.' };
  const { slug } = (await post('/api/articles', { article }, admin.token)).article;
  const { comment } = await post(`/api/articles/${slug}/comments`, { comment: { body: 'Indeed.' } }, other.token);
  return {
    tokens: { stranger: undefined, guest: guest.token, account: user.token, admin: admin.token },
    known: {
      ...{ slug, username: user.username, role: 'editor' },
      ...{ 'people id': other.id, 'comments id': String(comment.id) },
    },
  };
}
