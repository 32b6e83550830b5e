import type { Provider, Type } from '@nestjs/common';
import type { EventStore } from '#event-store/event-store.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { Keyring } from '#keyring/keyring.js';
import { KEYRING } from '#keyring/nest/keyring.provider.js';
import { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import type { Callers } from '../callers.js';
import { Commands } from '../commands.js';
import { CALLERS, EVENTS, PSEUDONYM_KEY } from './tokens.js';

/** The providers that a service's module needs to run commands. @param callers determines who gives them. */
export const commandProviders = (callers: Type<Callers>, pseudonymKey: Buffer): Provider[] => [
  Commands,
  { provide: CALLERS, useClass: callers },
  { provide: PSEUDONYM_KEY, useValue: pseudonymKey },
  {
    provide: EVENTS,
    inject: [EVENT_STORE, KEYRING],
    useFactory: (store: EventStore<PoolClient>, keyring: Keyring) => new SealingEventStore(store, keyring),
  },
];
