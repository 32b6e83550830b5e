export { EndedSessionRow } from './ended-session.entity.js';
export { KnownAddressRangeRow } from './known-address-range.entity.js';
export { KnownPersonRow } from './known-person.entity.js';
