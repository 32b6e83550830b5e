import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { code, sources } from './sources.js';

/** A file's imports; our own as paths from the root: `libs/kafka/src/publisher.ts`, `pg`. */
function importsOf(file: string): string[] {
  const named = [...(code.get(file) ?? '').matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map(
    ([, name = '']) => name,
  );
  return named.map((name) => {
    if (name.startsWith('#tools/')) return name.replace('#', '').replace(/\.js$/, '.ts');
    if (name.startsWith('#')) return name.replace(/^#([^/]+)\//, 'libs/$1/src/').replace(/\.js$/, '.ts');
    return name.startsWith('.') ? join(file, '..', name).replace(/\.js$/, '.ts') : name;
  });
}

interface Rule {
  rule: string;
  /** The files that the rule is about. */
  of: (file: string) => boolean;
  /** The imports that it forbids. */
  forbids: (imported: string, file: string) => boolean;
  instead: string;
}

/** The first circular path; empty if there is none. */
function circleIn(graph: Map<string, string[]>): string[] {
  const done = new Set<string>();
  const from = (node: string, way: string[]): string[] => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const circle = from(next, [...way, node]);
      if (circle.length > 0) return circle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const circle = from(node, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

/** Comments. */
const prose = /^\s*(\/?\*|\/\/).*$/gm;
const isTest = (file: string) => /spec\.ts$|\.suite\.ts$/.test(file);
const isIn =
  (...folders: string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));
const roomOf = (file: string) => file.split('/').slice(0, 2).join('/');
/** Rules that decisions of several folders share. */
const isState = (file: string) => /\.(state|rules)\.ts$/.test(file);
const isDecision = (file: string) => /\.decider\.ts$/.test(file) || isState(file);

const rules: Rule[] = [
  {
    rule: 'no app imports another app',
    of: isIn('apps/'),
    forbids: (imported, file) => imported.startsWith('apps/') && roomOf(imported) !== roomOf(file),
    instead: 'learn it from the other service’s topic, or move what both need into a library',
  },
  {
    rule: 'libraries import neither apps nor tools',
    of: (file) => isIn('libs/')(file) && !isIn('libs/testing/')(file) && !isTest(file),
    forbids: isIn('apps/', 'tools/'),
    instead: 'hand it in as a parameter',
  },
  {
    rule: 'a decision imports only the contracts, the decider, a state and its own folder',
    of: isDecision,
    forbids: (imported, file) =>
      !isIn('libs/contracts/', 'libs/decider/')(imported) &&
      !(isState(imported) && roomOf(imported) === roomOf(file)) &&
      !imported.startsWith(join(file, '..')),
    instead: 'put ids, times and what must be looked up into the command',
  },
  {
    rule: 'the contracts import nothing of ours',
    of: isIn('libs/contracts/'),
    forbids: (imported) => isIn('apps/', 'libs/', 'tools/')(imported) && !isIn('libs/contracts/')(imported),
    instead: 'move the type into the contracts, or keep it where it is used',
  },
  {
    rule: 'only libs/kafka knows kafkajs',
    of: (file) => isIn('apps/', 'libs/')(file) && !isIn('libs/kafka/', 'libs/testing/')(file) && !isTest(file),
    forbids: (imported) => imported === 'kafkajs',
    instead: 'use connectPublisher() or KafkaBatchServer of libs/kafka',
  },
  {
    rule: 'only libs/redis knows node-redis',
    of: (file) => isIn('apps/', 'libs/', 'tools/')(file) && !isIn('libs/redis/')(file) && !isTest(file),
    forbids: (imported) => imported === 'redis',
    instead: 'use RedisLink of libs/redis, which nobody waits for longer than its limit',
  },
  {
    rule: 'only libs/contracts/src/people knows ipaddr.js',
    of: (file) => isIn('apps/', 'libs/', 'tools/')(file) && !isIn('libs/contracts/src/people/')(file) && !isTest(file),
    forbids: (imported) => imported === 'ipaddr.js',
    instead: 'use parseAddress() or parseNetwork() of the contracts, which take the same forms everywhere',
  },
  {
    rule: 'only libs/event-store writes events',
    of: (file) => isIn('apps/')(file) && !isTest(file),
    forbids: (imported) => /^libs\/event-store\/src\/(append-to-stream|record-events|relay\/)/.test(imported),
    instead: 'use Commands.run(), or decideIn() in a transaction of a SealingEventStore',
  },
  {
    rule: 'only libs/keyring seals and opens',
    of: (file) => !isIn('libs/keyring/')(file) && !isTest(file),
    forbids: (imported) => /^libs\/keyring\/src\/(seal|open)\.ts$/.test(imported),
    instead: 'append by a SealingEventStore, open by openEvent() or openSealed(); in tests by sealEvent()',
  },
  {
    rule: 'what decides is handed no keys, and nothing sealed',
    of: isDecision,
    forbids: (imported) => isIn('libs/keyring/')(imported) || imported === 'libs/contracts/src/sealed.ts',
    instead: 'open it where the command is made, and hand over the text',
  },
  {
    rule: 'no controller throws a domain rejection',
    of: (file) => isIn('apps/')(file) && /\.controller\.ts$/.test(file),
    forbids: (imported) => imported === 'libs/decider/src/rejection.ts',
    instead: 'hand the decider the fact, and let it reject',
  },
  {
    rule: 'a migration imports only what runs migrations',
    of: (file) => /\/migrations\/\d{4}-/.test(file),
    forbids: (imported) => isIn('apps/', 'libs/')(imported) && !isIn('libs/postgres/src/migrations/')(imported),
    instead: 'write its statements out: what the code says changes later, and what was released stays',
  },
  {
    rule: 'the projector and its library never import the event store',
    of: (file) => isIn('apps/projector/', 'libs/projection/', 'libs/read-models/')(file) && !isTest(file),
    forbids: isIn('libs/event-store/'),
    instead: 'take what you need from the event as it came over Kafka',
  },
  {
    rule: 'of the gateway only its read-database knows TypeORM',
    of: (file) => isIn('apps/gateway/')(file) && !isIn('apps/gateway/src/read-database/')(file) && !isTest(file),
    forbids: (imported) => imported === 'typeorm',
    instead: 'hand ReadEntities.read() a read of libs/read-models, which may be by entities off the hot paths',
  },
  {
    rule: 'the gateway never writes the read database, and has neither events nor Kafka',
    of: (file) => isIn('apps/gateway/')(file) && !isTest(file),
    forbids: (imported) =>
      isIn('libs/event-store/', 'libs/kafka/', 'libs/keyring/')(imported) || /\/(save|load)-[^/]+$/.test(imported),
    instead: 'send the service a command, and read with read-models’ read-*.ts',
  },
];

describe('boundaries', () => {
  test.each(rules)('$rule', ({ of, forbids, instead, rule }) => {
    const broken = sources.filter(of).flatMap((file) =>
      importsOf(file)
        .filter((imported) => forbids(imported, file))
        .map((imported) => `${file} imports ${imported}: ${rule}; ${instead}`),
    );
    expect(broken).toEqual([]);
    expect(sources.filter(of).length).toBeGreaterThan(0);
  });

  test('there are no circular imports, neither of files nor of libraries', () => {
    const product = sources.filter(
      (file) => isIn('apps/', 'libs/')(file) && !isTest(file) && !isIn('libs/testing/')(file),
    );
    const ofFiles = new Map(product.map((file) => [file, importsOf(file)]));
    const ofLibraries = new Map<string, string[]>();
    for (const [file, imported] of ofFiles) {
      const others = imported
        .filter(isIn('libs/'))
        .map(roomOf)
        .filter((room) => room !== roomOf(file));
      ofLibraries.set(roomOf(file), [...(ofLibraries.get(roomOf(file)) ?? []), ...others]);
    }
    expect(circleIn(ofFiles)).toEqual([]);
    expect(circleIn(ofLibraries)).toEqual([]);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });

  test('there are no circular imports of the gateway’s folders', () => {
    const ofGateway = sources.filter((file) => isIn('apps/gateway/')(file) && !isTest(file));
    const folderOf = (file: string) => file.split('/').slice(3, -1).join('/');
    const graph = new Map<string, string[]>();
    // Files in no folder wire the folders together.
    for (const file of ofGateway.filter(folderOf)) {
      const others = importsOf(file).filter(isIn('apps/gateway/')).filter(folderOf).map(folderOf);
      const folder = folderOf(file);
      graph.set(folder, [...(graph.get(folder) ?? []), ...others.filter((other) => other !== folder)]);
    }
    expect(circleIn(graph)).toEqual([]);
    expect(graph.size).toBeGreaterThan(15);
  });

  test('the module of a gateway’s folder lists its controllers', () => {
    const controllers = sources.filter((file) => isIn('apps/gateway/')(file) && file.endsWith('.controller.ts'));
    const unlisted = controllers.filter((file) => {
      const [folder = ''] = file.split('/').slice(3);
      const module = `apps/gateway/src/${folder}/${folder}.module.ts`;
      return !importsOf(module).includes(file);
    });
    expect(unlisted).toEqual([]);
    expect(controllers.length).toBeGreaterThan(20);
  });

  test('only env.ts reads process.env, one for each app', () => {
    const readers = sources.filter((file) => isIn('apps/')(file) && /process\.env/.test(code.get(file) ?? ''));
    // The pages are built apart, and have one reader of their own.
    const isReader = (file: string) => file.endsWith('/env.ts') || file === 'apps/web/src/lib/server/gateway.ts';
    expect(readers.filter((file) => !isReader(file))).toEqual([]);
  });

  test('only client-address.ts determines the client, and only network.ts parses addresses', () => {
    const tellers = /^libs\/http\/src\/(client-address|bound-connections)\.ts$/;
    // They tell the gateway for whom they ask.
    const passingOn = /^apps\/web\/(server\/forwarded-headers|src\/hooks\.server)\.ts$/;
    const telling = /\.ips?\b|[{,]\s*ips?\b\s*[,:}]|\bremoteAddress\b|x-forwarded-for/i;
    const parsing = /\bisIP(v[46])?\b|\bBlockList\b|\bSocketAddress\b/;
    const ours = sources.filter((file) => isIn('apps/', 'libs/')(file) && !isTest(file));
    const having = (pattern: RegExp) => ours.filter((file) => pattern.test((code.get(file) ?? '').replace(prose, '')));
    expect(having(telling).filter((file) => !tellers.test(file) && !passingOn.test(file))).toEqual([]);
    expect(having(telling)).toHaveLength(4);
    expect(having(parsing)).toEqual(['libs/contracts/src/people/network.ts']);
  });

  test('quoted text is printed only through tools/terminal', () => {
    const ofUs = isIn('tools/bench/', 'tools/contracts/', 'tools/fuzz/', 'tools/mutants/', 'tools/stack/');
    const printing = /\bconsole\.|\bprocess\.(stdout|stderr)\b/;
    const tools = sources.filter((file) => isIn('tools/')(file) && !ofUs(file) && !isTest(file));
    const printers = tools.filter((file) => printing.test(code.get(file) ?? ''));
    expect(printers.filter((file) => !file.startsWith('tools/terminal/'))).toEqual([]);
    expect(printers).toContain('tools/terminal/say.ts');
  });

  test('the gateway’s SQL only reads', () => {
    const writing = /\b(INSERT INTO|UPDATE \w+\.|DELETE FROM|TRUNCATE|CREATE TABLE)\b/;
    expect(sources.filter((file) => isIn('apps/gateway/')(file) && writing.test(code.get(file) ?? ''))).toEqual([]);
  });
});
