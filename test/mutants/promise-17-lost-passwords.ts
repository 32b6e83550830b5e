import type { PromiseGuards } from '#tools/mutants/guard.js';

export default {
  promise: 17,
  guards: [
    {
      guard: 'An admin makes no reset link for themselves.',
      file: 'apps/users/src/password-reset/password-reset.decider.ts',
      from: 'actor.id === personId',
      to: 'actor.id !== personId && false',
      test: 'apps/users/src/password-reset/password-reset.decider.spec.ts',
      named: 'themselves',
    },
    {
      guard: 'A reset link works once.',
      file: 'apps/users/src/password-reset/use-reset.ts',
      from: ' AND used_at IS NULL',
      to: '',
      test: 'apps/users/src/password-reset/password-resets.int-spec.ts',
      named: 'works once',
    },
    {
      guard: 'A reset link for an e-mail is not good for the account that has it next.',
      file: 'apps/users/src/change-account/move-names.ts',
      from: '      await deleteResetFor(client, before);\n',
      to: '',
      test: 'apps/users/src/password-reset/password-resets.int-spec.ts',
      named: 'who has the e-mail next',
    },
    {
      guard: 'A sign-in with a password that was changed meanwhile gets no session.',
      file: 'apps/users/src/log-in/lock-credentials.ts',
      from: ' AND password_hash = $2',
      to: ' AND $2::text IS NOT NULL',
      test: 'apps/users/src/password-reset/password-resets.int-spec.ts',
      named: 'ends a sign-in too',
    },
    {
      guard: 'A new password ends the session that a sign-in with the old one is about to store.',
      file: 'apps/users/src/session/end-sessions-with-password.ts',
      from: '  await lockAccount(client, sessions.personId);\n',
      to: '',
      test: 'apps/users/src/change-account/change-account.int-spec.ts',
      named: 'about to store',
    },
    {
      guard: 'A mail that one replica sends is sent by no other.',
      file: 'apps/users/src/mail/claim-mails.ts',
      from: 'SET mail_due_at = now() + make_interval(secs => $2)',
      to: 'SET mail_due_at = now() - make_interval(secs => $2)',
      test: 'apps/users/src/mail/send-due-mails.int-spec.ts',
      named: 'two replicas',
    },
    {
      guard: 'However an e-mail is written, its failed sign-ins and its reset links are counted together.',
      file: 'apps/gateway/src/limits/subjects.ts',
      from: 'caseFoldedName(email.slice(0, 2 * longestEmail))',
      to: "email.slice(0, 2 * longestEmail).normalize('NFKC').trim().toLowerCase()",
      test: 'apps/gateway/src/limits/subjects.spec.ts',
    },
  ],
} satisfies PromiseGuards;
