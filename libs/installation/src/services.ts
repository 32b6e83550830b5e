import { defaultReadSet, readGroupOf } from '#read-models/read-set.js';
import type { Database, Role } from './databases.js';

/** The order in which services are listed everywhere. */
export const serviceNames = ['users', 'articles', 'comments', 'projector', 'gateway', 'web'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** An installation's secrets, by the names of their files. */
export const keyFiles = [
  ...(['keyring.json', 'pseudonym-key', 'address-key', 'command-key'] as const),
  ...(['signing-keys.json', 'verifying-keys.json'] as const),
] as const;
export type KeyFile = (typeof keyFiles)[number];

export interface ServiceNeeds {
  /** The role it signs in to Postgres as, and which variable holds the URL of which database; absent if it uses none. */
  postgres?: { role: Role; databases: Record<string, Database> };
  /** Which variable holds the path of which secret. The service gets these, and no others. */
  keys: Record<string, KeyFile>;
  kafka: boolean;
  redis: boolean;
  /** The services it sends requests to: `<NAME>_URL`. */
  calls: readonly ServiceName[];
  /** Settings of the operator that are passed on, if set. */
  settings: RegExp;
}

const ofAll = '^(LOG_LEVEL|DRAIN_SECONDS|START_WITHIN_SECONDS)$';
const keyring = { KEYRING_KEY_FILE: 'keyring.json' } as const;
const commands = { PSEUDONYM_KEY_FILE: 'pseudonym-key', COMMAND_KEY_FILE: 'command-key' } as const;
const verifying = { VERIFYING_KEYS_FILE: 'verifying-keys.json' } as const;

/** What each service needs; the only list. `npm start`, compose and Kubernetes give a service this, and nothing else. */
export const services: Readonly<Record<ServiceName, ServiceNeeds>> = {
  users: {
    postgres: { role: 'users', databases: { DATABASE_URL: 'users', KEYRING_DATABASE_URL: 'keyring' } },
    keys: { ...keyring, ...commands, ...verifying, SIGNING_KEYS_FILE: 'signing-keys.json' },
    ...{ kafka: true, redis: true, calls: [] },
    settings: new RegExp(
      `${ofAll}|^(GATEWAY_PROOF|REQUIRE_SECOND_FACTOR|ERASE_AFTER_SECONDS|ADDRESS_KEPT_DAYS|SMTP_URL|MAIL_FROM|SITE_URL)$`,
    ),
  },
  articles: {
    postgres: { role: 'articles', databases: { DATABASE_URL: 'articles', KEYRING_DATABASE_URL: 'keyring' } },
    keys: { ...keyring, ...commands, ...verifying },
    ...{ kafka: true, redis: false, calls: [] },
    settings: new RegExp(`${ofAll}|^(GATEWAY_PROOF|REQUIRE_SECOND_FACTOR)$`),
  },
  comments: {
    postgres: { role: 'comments', databases: { DATABASE_URL: 'comments', KEYRING_DATABASE_URL: 'keyring' } },
    keys: { ...keyring, ...commands, ...verifying },
    ...{ kafka: true, redis: false, calls: [] },
    settings: new RegExp(`${ofAll}|^(GATEWAY_PROOF|REQUIRE_SECOND_FACTOR)$`),
  },
  projector: {
    postgres: { role: 'projector', databases: { READ_DATABASE_URL: 'read', KEYRING_DATABASE_URL: 'keyring' } },
    keys: keyring,
    ...{ kafka: true, redis: false, calls: [] },
    settings: new RegExp(`${ofAll}|^READ_SET$`),
  },
  gateway: {
    postgres: { role: 'gateway', databases: { READ_DATABASE_URL: 'read' } },
    keys: { ...verifying, ADDRESS_KEY_FILE: 'address-key', COMMAND_KEY_FILE: 'command-key' },
    ...{ kafka: false, redis: true, calls: ['articles', 'comments', 'users'] },
    settings: new RegExp(
      `${ofAll}|^(LIMIT_\\w+|TRUSTED_PROXIES|COMMENT_NAMES|READ_SET|CACHE_ANSWERS|REQUIRE_SECOND_FACTOR)$`,
    ),
  },
  web: {
    ...{ keys: {}, kafka: false, redis: false, calls: ['gateway'] },
    settings: new RegExp(`${ofAll}|^TRUSTED_PROXIES$`),
  },
};

/** The file that a service is started with; a path in `dist`. */
export const entryOf = (name: ServiceName): string => `apps/${name}/${name === 'web' ? 'server' : 'src'}/main.js`;

/** The dead letter topics, with this set of read models: consumers store there what they cannot read. */
export const deadLetterTopics = (readSet = defaultReadSet): string[] =>
  [readGroupOf(readSet), 'comments.listening', 'articles.listening'].map((group) => `${group}.dlq.v1`);

/** Loaded first, so that signals work while modules load; a path in `dist`. */
export const loadedFirst = 'libs/process/src/early-signals.js';

/**
 * Node's flags of a service. A young generation of 24 MB in place of 48: memory that a burst takes is not given back, and
 * nothing is slower. web renders a page of 200 comments in half the time in 96 MB: less of it is copied. Most of what it
 * allocates dies with the page; V8 starts to mark its heap each 7 pages all the same, which takes a third of the time. Without
 * incremental marking it marks each 65 pages, in a pause of some 50 ms.
 */
export const nodeFlagsOf = (name: ServiceName): string[] => [
  '--max-old-space-size=192',
  ...(name === 'web' ? ['--max-semi-space-size=32', '--no-incremental-marking'] : ['--max-semi-space-size=8']),
  '--enable-source-maps',
];

/** Two arenas of malloc in place of sixteen: each arena that has hashed a password keeps 20 MB and more. */
export const allocatorSettings = { MALLOC_ARENA_MAX: '2' } as const;
