import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The addresses of the gateway's copies. */
export const gateways = (process.env['E2E_GATEWAYS'] ?? 'http://127.0.0.1:3000').split(',');

export interface Reply {
  status: number;
  headers: Headers;
  body: Answer;
  text: string;
}

/** All fields of the routes' answers together; each test reads those of its route. */
export interface Answer {
  sessions: { id: string; current: boolean }[];
  keys: { kid: string; d?: string }[];
  guest: { id: string; token: string };
  user: {
    token: string;
    username: string;
    email: string;
    bio: string | null;
    image: string | null;
    refreshToken?: string;
  };
  passwordReset: { token: string; expiresAt: string };
  secondFactor: { secret: string; recoveryCodes: string[] };
  profile: { username: string; bio: string | null; image: string | null; following: boolean };
  me: { id: string; name: string; commentCount: number };
  nicks: { name: string; kind: string }[];
  person: { roles: string[]; sanctions: object; history: object[] };
  sanctions: object[];
  article: { slug: string; commentsClosed: boolean; commentCount: number };
  articles: { slug: string; newCount?: number }[];
  articlesCount: number;
  comment: {
    author: { username: string; kind: string; id: string; mark?: string };
    id: number;
    bodyHtml: string;
    shownAt: string;
  };
  visit: { upTo: string };
  visits: object[];
  visitedUpTo: string | null;
  comments: { author: { username: string; kind: string; id: string }; id: number }[];
  detail: string;
  errors: unknown;
  site: { name: string; motto: string; updatedAt: string | null };
  paths: object;
}

export interface Asking {
  token?: string | undefined;
  headers?: Record<string, string>;
  /** which copy of the gateway, round robin */
  gateway?: number;
}

/** Sends a raw body and returns the answer, whatever its status. */
export async function send(method: string, path: string, text?: string, asking: Asking = {}): Promise<Reply> {
  const headers = new Headers(asking.headers);
  if (asking.token !== undefined) headers.set('authorization', `Token ${asking.token}`);
  if (text !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const base = gateways[(asking.gateway ?? 0) % gateways.length];
  const answer = await fetch(`${base}${path}`, { method, headers, ...(text !== undefined && { body: text }) });
  const received = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  const body = (isJson && received !== '' ? JSON.parse(received) : {}) as Answer;
  return { status: answer.status, headers: answer.headers, body, text: received };
}

export const get = (path: string, asking?: Asking) => send('GET', path, undefined, asking);
export const post = (path: string, body: unknown, asking?: Asking) => send('POST', path, JSON.stringify(body), asking);
export const put = (path: string, body: unknown, asking?: Asking) => send('PUT', path, JSON.stringify(body), asking);

export interface Account {
  username: string;
  email: string;
  password: string;
  token: string;
}

/** Registers an account with a new name. */
export async function register(name: string): Promise<Account> {
  const username = `${name} ${randomBytes(5).toString('hex')}`;
  const user = { username, email: `${username.replaceAll(' ', '.')}@example.org`, password: 'correct horse' };
  const reply = await post('/api/users', { user });
  if (reply.status !== 201) throw new Error(`not registered: ${reply.status} ${JSON.stringify(reply.body)}`);
  return { ...user, token: reply.body.user.token };
}

/** The token of the admin whom the system created at its first start. */
export async function signInAsAdmin(): Promise<string> {
  const file = process.env['E2E_ADMIN_FILE'];
  if (file === undefined) throw new Error('E2E_ADMIN_FILE is missing');
  const reply = await post('/api/users/login', { user: JSON.parse(await readFile(file, 'utf8')) as unknown });
  return reply.body.user.token;
}

export async function introduceGuest(name: string, more: object = {}): Promise<{ id: string; token: string }> {
  const reply = await post('/api/guests', { guest: { name, ...more } });
  if (reply.status !== 201) throw new Error(`no guest: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body.guest;
}

/** The slug of a new article. */
export async function publish(admin: string, title: string, asking: Asking = {}): Promise<string> {
  const article = { title, description: 'Of the road', body: 'It goes on.\n\nAnd on.', tagList: ['roads'] };
  const reply = await post('/api/articles', { article }, { ...asking, token: admin });
  if (reply.status !== 201) throw new Error(`not published: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body.article.slug;
}
