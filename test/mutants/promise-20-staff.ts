import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 20,
  guards: [
    {
      guard: 'A page of people is searched for in a bounded number of them.',
      file: 'libs/read-models/src/commenter/read-people.ts',
      from: ' LIMIT ${maxPeopleLookedAt}) AS looked_at',
      to: ') AS looked_at',
      test: 'apps/gateway/src/people/people-list.int-spec.ts',
    },
    {
      guard: 'Previews use up nothing of what somebody may write.',
      file: 'apps/gateway/src/limits/kind-of-request.ts',
      from: "return 'preview';",
      to: "return 'write';",
      test: 'apps/gateway/src/limits/subjects.spec.ts',
    },
    {
      guard: 'Strangers’ previews of comments do not keep the desk’s waiting.',
      file: 'apps/gateway/src/previews/previews.ts',
      from: 'if (this.comments >= maxCommentPreviews)',
      to: 'if (this.comments < 0)',
      test: 'apps/gateway/src/previews/previews.int-spec.ts',
      named: 'do not fill the queue',
    },
    {
      guard: 'A service that hangs hides nothing of the others from operators.',
      file: 'apps/gateway/src/commands/command-client.ts',
      from: 'deadline: new Deadline(withinMs), tryMs: withinMs',
      to: 'deadline: new Deadline(60_000), tryMs: 60_000',
      test: 'apps/gateway/src/operations/operations.int-spec.ts',
    },
    {
      guard: 'However many dead letters there are, few are told.',
      file: 'libs/projection/src/read-newest-dead-letters.ts',
      from: ' LIMIT ${most}',
      to: '',
      test: 'libs/operation/src/describe-service.int-spec.ts',
    },
  ],
} satisfies PromiseGuards;
