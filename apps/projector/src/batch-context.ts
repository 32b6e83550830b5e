import type { BroadsideEvent, OpenedEvent } from '#contracts/events.js';
import { erased } from '#contracts/personal.js';
import { sitePages, type SitePage } from '#contracts/site/site.events.js';
import { openEvent } from '#keyring/event-codec.js';
import type { Keyring } from '#keyring/keyring.js';
import type { LoadedContext } from '#projection/projection.js';
import type { Body, HouseView } from '#rendering/body.js';
import type { BodyRenderer } from '#rendering/body-renderer.js';
import type { ClientBase } from 'pg';
import { fetchPersonKeys, type PersonKeys } from './person-keys.js';

/** A body as entered, and its HTML. */
export interface ShownBody {
  body: string;
  bodyHtml: string;
  /** Of an article that is pinned to a version of the thesaurus. */
  house?: HouseView | undefined;
}

/** The data from elsewhere that the projections need for the events of a batch. */
export interface BatchContext {
  /** Whether the person is erased, so that nothing of them may be shown. */
  isGone(personId: string): boolean;
  /** By the event's id, or by `idOfPage` or `idOfRemark`; an error if the body cannot be rendered. */
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
  const entered = events.flatMap(enteredBodies);
  const rendered = await renderer.render(entered.map(({ id: _, ...body }) => body));
  const bodies: BatchContext['bodies'] = new Map();
  for (const [at, { id, body }] of entered.entries()) {
    const result = rendered[at] as (typeof rendered)[number];
    bodies.set(
      id,
      'html' in result ? { body, bodyHtml: result.html, house: result.house } : new NotRendered(result.fault),
    );
  }
  return bodies;
}

/** The bodies that an event shows, with the ids by which they are found; none if its key is destroyed. */
function enteredBodies({ id, type, data }: OpenedEvent): (Body & { id: string })[] {
  if (type === 'SiteDescribed') {
    return sitePages.flatMap((page) => {
      const body = data[page];
      return typeof body === 'string' ? [{ id: idOfPage(id, page), body, format: 'markdown' as const }] : [];
    });
  }
  if (!('body' in data && 'format' in data)) return [];
  const { body, format } = data;
  const remark = 'remark' in data && data.remark !== undefined ? data.remark : undefined;
  return [
    ...(body === erased ? [] : [{ id, body, format, ...inHouse(data), ...('commentId' in data && ofComment) }]),
    ...(remark === undefined ? [] : [{ id: idOfRemark(id), body: remark, format: 'markdown' as const }]),
  ];
}

const ofComment = { isComment: true } as const;

/** What of the house view is made beside a body; nothing where no entry of the thesaurus may occur. */
function inHouse(data: OpenedEvent['data']): Pick<Body, 'inHouse'> {
  if (!('house' in data) || data.house === undefined || data.house.entries.length === 0) return {};
  const { house, title, description } = data;
  const { sectionId } = data as { sectionId?: string };
  return { inHouse: { title, description, entries: house.entries, place: { sectionId } } };
}

/** The id by which the remark beside an article is found among the bodies. */
export const idOfRemark = (eventId: string): string => `${eventId}/remark`;

/** The id by which a page of the site is found among the bodies. */
export const idOfPage = (eventId: string, page: SitePage): string => `${eventId}/${page}`;

/**
 * @param id the event's, or of one of its bodies. @throws Error with the reason why it cannot be shown.
 */
export function shownBody({ bodies }: BatchContext, { id }: { id: string }): ShownBody {
  const shown = bodies.get(id);
  if (!shown) throw new Error('its body was not rendered');
  if (shown instanceof Error) throw shown;
  return shown;
}
