export { ErasuresReplayedRow } from './erasures-replayed.entity.js';
export { MonthKeyRow } from './month-key.entity.js';
export { PersonKeyRow } from './person-key.entity.js';
