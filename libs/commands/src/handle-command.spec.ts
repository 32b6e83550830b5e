import { InMemoryEventStore } from '#event-store/in-memory-event-store.js';
import { handleCommandSuite } from './handle-command.suite.js';

handleCommandSuite('commands over a store in memory', () => new InMemoryEventStore());
