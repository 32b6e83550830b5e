import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 10,
  guards: [
    {
      guard: 'Rather 503 than an older page.',
      file: 'apps/gateway/src/consistency/consistency.ts',
      from: "      throw unavailable('What the Consistency-Token names is not shown yet.', 1);\n",
      to: '',
      test: 'apps/gateway/src/consistency/consistency.spec.ts',
    },
    {
      guard: 'A service decides on nothing older than the gateway saw.',
      file: 'libs/known-people/src/nest/heard-callers.ts',
      from: "    throw unavailable('The latest news of this article or person has not arrived yet.', 1);\n",
      to: '',
      test: 'libs/known-people/src/nest/heard-callers.spec.ts',
    },
    {
      guard: 'A service looks nothing up before it has heard of that.',
      file: 'libs/known-people/src/nest/heard-callers.ts',
      from: '    await this.hear(request);\n',
      to: '    void lookUp(holder);\n    await this.hear(request);\n',
      test: 'libs/known-people/src/nest/heard-callers.spec.ts',
    },
    {
      guard: 'What a rebuild empties is not remembered.',
      file: 'libs/projection/src/wait-for-versions.ts',
      from: 'if (payload === everythingForgotten) return this.forget();',
      to: 'if (payload === everythingForgotten) return;',
      test: 'libs/projection/src/wait-for-versions.int-spec.ts',
      named: 'what is emptied is forgotten',
    },
    {
      guard: 'What was heard before a lost connection is not trusted.',
      file: 'libs/projection/src/wait-for-versions.ts',
      from: ['      this.listening = false;', '      this.forget();', ''].join('\n'),
      to: '      this.listening = false;\n',
      test: 'libs/projection/src/wait-for-versions.int-spec.ts',
      named: 'before a lost connection',
    },
    {
      guard: 'Versions too many to name are told without their names.',
      file: 'libs/projection/src/notify-progress.ts',
      from: 'Buffer.byteLength(list) > mostBytes',
      to: 'list.length > mostBytes',
      test: 'libs/projection/src/notify-progress.spec.ts',
    },
    {
      guard: 'Who waits for several streams waits for all of them.',
      file: 'libs/projection/src/waiting-by-stream.ts',
      from: '      if (entry.versions.size === 0) entry.resolve(true);',
      to: '      entry.resolve(true);',
      test: 'libs/projection/src/waiting-by-stream.spec.ts',
    },
  ],
} satisfies PromiseGuards;
