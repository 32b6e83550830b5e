export { CommandRow } from '../command.entity.js';
export { EventRow } from '../event.entity.js';
export { OutboxRow } from '../relay/outbox.entity.js';
export { RelayedRow } from '../relay/relayed.entity.js';
