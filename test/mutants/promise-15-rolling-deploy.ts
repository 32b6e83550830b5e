import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 15,
  guards: [
    {
      guard: 'A pod has time to drain, to answer pending requests and to close the rest.',
      file: 'k8s/base/comments.yaml',
      from: 'terminationGracePeriodSeconds: 30',
      to: 'terminationGracePeriodSeconds: 20',
      test: 'test/k8s-services.spec.ts',
    },
    {
      guard: 'A pod is ended when there is another that is ready.',
      file: 'k8s/base/users.yaml',
      from: 'maxSurge: 1, maxUnavailable: 0',
      to: 'maxSurge: 0, maxUnavailable: 1',
      test: 'test/k8s-services.spec.ts',
    },
    {
      guard: 'A process that stops does not wait for streams, which have no end.',
      file: 'libs/process/src/connections.ts',
      from: 'responses.forEach(endIfEndless)',
      to: 'void responses',
      test: 'apps/gateway/src/live/live-streams.spec.ts',
    },
    {
      guard: 'A stream that begins while its process stops ends as it begins.',
      file: 'libs/http/src/ends-at-once.ts',
      from: 'if (ending.has(response)) end();',
      to: '',
      test: 'libs/process/src/connections.spec.ts',
    },
  ],
} satisfies PromiseGuards;
