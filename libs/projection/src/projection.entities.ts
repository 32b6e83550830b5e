export { AttemptRow } from './attempt.entity.js';
export { CheckpointRow } from './checkpoint.entity.js';
export { DeadLetterRow } from './dead-letter.entity.js';
export { HaltedStreamRow } from './halted-stream.entity.js';
export { LateBeginningRow } from './late-beginning.entity.js';
export { ParkedEventRow } from './parked-event.entity.js';
export { StreamProgressRow } from './stream-progress.entity.js';
export { UnknownEventRow } from './unknown-event.entity.js';
