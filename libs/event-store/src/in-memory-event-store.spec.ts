import { eventStoreSuite } from './event-store.suite.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

eventStoreSuite('the event store in memory', () => new InMemoryEventStore());
