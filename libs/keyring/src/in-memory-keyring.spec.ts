import { InMemoryKeyring } from './in-memory-keyring.js';
import { keyringSuite } from './keyring.suite.js';

keyringSuite('the keyring in memory', () => new InMemoryKeyring());
