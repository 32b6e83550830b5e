import type { BroadsideEvent } from '#contracts/events.js';
import type { Keyring } from '#keyring/keyring.js';
import { open } from '#keyring/open.js';
import type { Body } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';
import type { ClientBase } from 'pg';
import { fetchPersonKeys, type PersonKeys } from './person-keys.js';

/** A body as entered, and its HTML. */
export interface ShownBody {
  body: string;
  bodyHtml: string;
}

/** What the projections need of elsewhere for the events of a batch. */
export interface BatchContext {
  keys: PersonKeys;
  /** By the event's id; an error where the body cannot be opened or rendered. */
  bodies: Map<string, ShownBody | Error>;
}

/** The process that renders was lost over a body, or threw. */
export class NotRendered extends Error {
  override readonly name = 'NotRendered';
}

/** Fetches keys and renders bodies, each for the whole batch at once. */
export async function prepareBatch(
  { keyring, renderer }: { keyring: Keyring; renderer: Pick<BodyRenderer, 'render'> },
  events: BroadsideEvent[],
  client: ClientBase,
): Promise<BatchContext> {
  const keys = await fetchPersonKeys(keyring, events, client);
  return { keys, bodies: await showBodies(renderer, events, keys) };
}

/** @throws Error where nothing can be rendered now. */
export async function showBodies(
  renderer: Pick<BodyRenderer, 'render'>,
  events: BroadsideEvent[],
  keys: PersonKeys,
): Promise<BatchContext['bodies']> {
  const bodies: BatchContext['bodies'] = new Map();
  const entered: (Body & { id: string })[] = [];
  for (const event of events) {
    try {
      const body = enteredBody(event, keys);
      if (body) entered.push({ id: event.id, ...body });
    } catch (error) {
      bodies.set(event.id, error as Error);
    }
  }
  const rendered = await renderer.render(entered.map(({ body, format }) => ({ body, format })));
  for (const [at, { id, body }] of entered.entries()) {
    const result = rendered[at] as (typeof rendered)[number];
    bodies.set(id, 'html' in result ? { body, bodyHtml: result.html } : new NotRendered(result.fault));
  }
  return bodies;
}

/** The body that an event shows; none where its key is gone. @throws Error where its seal does not open. */
function enteredBody(event: BroadsideEvent, keys: PersonKeys): Body | undefined {
  switch (event.type) {
    case 'ArticlePublished':
      return event.data;
    case 'CommentPosted': {
      const key = keys.get(event.data.author.personId);
      return key && { body: open(key, event.id, 'body', event.data.body), format: event.data.format };
    }
    default:
      return undefined;
  }
}

/** @throws Error why it cannot be shown. */
export function shownBody({ bodies }: BatchContext, { id }: BroadsideEvent): ShownBody {
  const shown = bodies.get(id);
  if (!shown) throw new Error('its body was not rendered');
  if (shown instanceof Error) throw shown;
  return shown;
}
