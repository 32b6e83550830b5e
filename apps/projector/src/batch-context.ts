import type { BroadsideEvent, OpenedEvent } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import { openEvent } from '#keyring/event-codec.js';
import type { Keyring } from '#keyring/keyring.js';
import type { LoadedContext } from '#projection/projection.js';
import type { Body } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';
import type { ClientBase } from 'pg';
import { fetchPersonKeys, type PersonKeys } from './person-keys.js';

/** A body as entered, and its HTML. */
export interface ShownBody {
  body: string;
  bodyHtml: string;
}

/** The data from elsewhere that the projections need for the events of a batch. */
export interface BatchContext {
  /** Whether the person is erased, so that nothing of them may be shown. */
  isGone(personId: string): boolean;
  /** By the event's id; an error if the body cannot be rendered. */
  bodies: Map<string, ShownBody | Error>;
}

/** The rendering process ended over a body, or threw. */
export class NotRendered extends Error {
  override readonly name = 'NotRendered';
}

/**
 * Opens the events of a batch under the lock of erasures, and renders their bodies; each step once for the whole batch.
 */
export async function loadBatchContext(
  { keyring, renderer }: { keyring: Keyring; renderer: Pick<BodyRenderer, 'render'> },
  events: BroadsideEvent[],
  client: ClientBase,
): Promise<LoadedContext<BatchContext>> {
  const keys = await fetchPersonKeys(keyring, events, client);
  const opened = openEvents(events, keys);
  const isOpen = (event: OpenedEvent | Error) => !(event instanceof Error);
  const bodies = await showBodies(renderer, [...opened.values()].filter(isOpen) as OpenedEvent[]);
  return {
    context: { bodies, isGone: (personId) => keys.get(personId) === undefined },
    opened: (event) => {
      const found = opened.get(event.id);
      if (!found) throw new Error('it was not opened');
      if (found instanceof Error) throw found;
      return found;
    },
  };
}

/** Each event in clear, by its id; an error if it cannot be opened. */
export function openEvents(events: BroadsideEvent[], keys: PersonKeys): Map<string, OpenedEvent | Error> {
  const opened = new Map<string, OpenedEvent | Error>();
  for (const event of events) {
    try {
      opened.set(event.id, openEvent<OpenedEvent>(event, keys));
    } catch (error) {
      opened.set(event.id, error as Error);
    }
  }
  return opened;
}

/** @throws Error if nothing can be rendered now. */
export async function showBodies(
  renderer: Pick<BodyRenderer, 'render'>,
  events: OpenedEvent[],
): Promise<BatchContext['bodies']> {
  const entered = events.flatMap((event) => {
    const body = enteredBody(event);
    return body ? [{ id: event.id, ...body }] : [];
  });
  const rendered = await renderer.render(entered.map(({ body, format }) => ({ body, format })));
  const bodies: BatchContext['bodies'] = new Map();
  for (const [at, { id, body }] of entered.entries()) {
    const result = rendered[at] as (typeof rendered)[number];
    bodies.set(id, 'html' in result ? { body, bodyHtml: result.html } : new NotRendered(result.fault));
  }
  return bodies;
}

/** The body that an event shows; none if its key is destroyed. */
function enteredBody({ data }: OpenedEvent): Body | undefined {
  if (!('body' in data && 'format' in data)) return undefined;
  const { body, format } = data;
  return body === erased ? undefined : { body, format };
}

/** @throws Error with the reason why it cannot be shown. */
export function shownBody({ bodies }: BatchContext, { id }: { id: string }): ShownBody {
  const shown = bodies.get(id);
  if (!shown) throw new Error('its body was not rendered');
  if (shown instanceof Error) throw shown;
  return shown;
}
