/**
 * Posts comments at a steady rate until a file is there, each once. Then looks at the article's thread: what was accepted is
 * there once, and what was not is there once at most. Prints what it saw; ends with 1 where something was lost or doubled,
 * or, with --none-fails, where a post was not accepted.
 *   node post-steadily.mjs SITE ADMIN-FILE PER-SECOND STOP-FILE [--none-fails]
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const [site, adminFile, perSecond, stopFile, flag] = process.argv.slice(2);
const maxSeconds = 600;
const shownWithinMs = 90_000;

async function ask(method, path, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Token ${token}` }) };
  const answer = await fetch(new URL(path, site), {
    ...{ method, headers, signal: AbortSignal.timeout(20_000) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, link: answer.headers.get('link'), text, json: () => JSON.parse(text) };
}

/** What comes before the test, which may meet a part that has not heard yet. */
async function until(what, attempt) {
  const giveUp = Date.now() + 60_000;
  for (let last; ;) {
    last = await attempt().catch((error) => ({ status: 0, text: String(error.cause ?? error) }));
    if (last.status === 200 || last.status === 201) return last.json();
    if (Date.now() > giveUp) throw new Error(`${what}: ${last.status} ${last.text}`);
    await pause(500);
  }
}

const user = JSON.parse(readFileSync(adminFile, 'utf8'));
const admin = await until('signing in', () => ask('POST', '/api/users/login', { user }));
const words = { title: `Of those that are replaced, ${Date.now()}`, description: 'It goes on', body: 'And on.' };
const published = await until('publishing', () => ask('POST', '/api/articles', { article: words }, admin.user.token));
const comments = `/api/articles/${published.article.slug}/comments`;
const guest = await until('a guest', () => ask('POST', '/api/guests', { guest: { name: 'Perdita' } }));
const token = guest.guest.token;
await until('the first comment', () => ask('POST', comments, { comment: { body: 'first' } }, token));
console.log(`posting ${perSecond} a second to ${published.article.slug}`);

const posts = [];
const begun = performance.now();
while (!existsSync(stopFile) && posts.length < perSecond * maxSeconds) {
  const [body, sentAt] = [`post ${posts.length}`, performance.now()];
  const done = (said) => ({ body, said, ms: performance.now() - sentAt });
  const post = ask('POST', comments, { comment: { body } }, token).then(
    ({ status, text }) => done(status === 201 || status === 202 ? 'accepted' : `${status} ${text.slice(0, 200)}`),
    (error) => done(String(error.cause ?? error)),
  );
  posts.push(post);
  await pause(Math.max(0, begun + (posts.length * 1_000) / perSecond - performance.now()));
}
const outcomes = await Promise.all(posts);
const accepted = outcomes.filter(({ said }) => said === 'accepted').map(({ body }) => body);
const refused = outcomes.filter(({ said }) => said !== 'accepted');

async function shown() {
  const counts = new Map();
  for (let path = comments; path;) {
    const page = await ask('GET', path);
    if (page.status !== 200) return counts;
    for (const { body } of page.json().comments) counts.set(body, (counts.get(body) ?? 0) + 1);
    path = /<([^>]+)>; rel="next"/.exec(page.link ?? '')?.[1];
  }
  return counts;
}

let counts = new Map();
for (const giveUp = Date.now() + shownWithinMs; Date.now() < giveUp; await pause(500)) {
  counts = await shown().catch(() => new Map());
  if (accepted.every((body) => counts.has(body))) break;
}
const lost = accepted.filter((body) => !counts.has(body));
const doubled = [...counts].filter(([, count]) => count > 1);
const slowest = Math.round(Math.max(0, ...outcomes.map(({ ms }) => ms)));
console.log(
  `${outcomes.length} posted in ${Math.round((performance.now() - begun) / 1_000)} s: ${accepted.length} accepted, ` +
    `${refused.length} refused, ${lost.length} lost, ${doubled.length} doubled; the slowest took ${slowest} ms`,
);
const reasons = Map.groupBy(refused, ({ said }) => said.replace(/,"instance.*/, ''));
for (const [said, { length }] of reasons) console.log(`  ${length} refused: ${said}`);
const failed = flag === '--none-fails' && refused.length > 0;
process.exit(lost.length > 0 || doubled.length > 0 || accepted.length === 0 || failed ? 1 : 0);
