import { commentsClosedSentence } from '#contracts/comments/comment.commands.js';
import { Rejection } from '#decider/decider.js';
import { isAway } from '#postgres/is-away.js';
import {
  conflict,
  databaseAway,
  forbidden,
  notFound,
  Problem,
  unauthorized,
  unavailable,
  unprocessable,
} from '#http/problem.js';

/** 429, with the seconds until the next day begins. */
function tooOftenToday(detail: string): Problem {
  const day = 86_400_000;
  return new Problem(429, {
    detail,
    headers: { 'Retry-After': String(Math.ceil((day - (Date.now() % day)) / 1_000)) },
  });
}

/** The problem each broken rule is told as. */
const problemOfRule: Record<string, () => Problem> = {
  ArticleUnknown: () => notFound('article'),
  CommentsClosed: () => forbidden(commentsClosedSentence),
  CommentUnknown: () => notFound('comment'),
  ParentNotShown: () => unprocessable({ parentId: ['is not shown under this article'] }),
  NotAnAccount: () => forbidden('A guest has no account.'),
  FollowsOneself: () => unprocessable({ profile: ["can't be yourself"] }),
  PersonErased: () => unauthorized('is of somebody who was erased'),
  PersonNotFound: () => notFound('person'),
  GuestsHaveNoRoles: () => unprocessable({ person: ['has no account, and so no role'] }),
  TakesOwnAdminRole: () => unprocessable({ role: ["can't be taken from yourself"] }),
  JudgesOneself: () => unprocessable({ person: ["can't be yourself"] }),
  StaffIsForAdmins: () => forbidden('Only an admin judges those who act for the site.'),
  EndsBeforeItBegins: () => unprocessable({ until: ['must be in the future'] }),
  NotAGuest: () => unprocessable({ guest: ['has an account'] }),
  GuestIsExcluded: () => forbidden('This guest is suspended or banned.'),
  AddressRangeUnknown: () => notFound('range'),
  ReopenedTooOften: () => tooOftenToday('Comments of an article are reopened five times a day (UTC) at most.'),
  PersonUnknown: () => unavailable('This person is not known here yet.', 1),
};

// Unique violation, deadlock: what is reserved for this command was taken while it ran.
const twinCodes = /^(23505|40P01)$/;

/**
 * Runs a command and tells what went wrong as a problem: a broken rule by its table, a lost database as 503.
 * @throws Problem
 */
export async function answerCommand<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw toProblem(error);
  }
}

function toProblem(error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  if (error instanceof Rejection) return problemOfRule[error.rule]?.() ?? conflict(error.message);
  if (error.constructor.name === 'IdempotencyKeyReused') {
    return unprocessable({ 'Idempotency-Key': ['was used for another command'] });
  }
  if (error.constructor.name === 'EventTooLarge') return new Problem(413, { detail: 'This is too large to be kept.' });
  if (error.constructor.name === 'OutcomeUnknown') {
    return unavailable(
      'The database went away meanwhile, and perhaps it was done. Repeat it with the same Idempotency-Key.',
      1,
    );
  }
  if (error.constructor.name === 'VersionConflict') return unavailable('Too many people change this at once.', 1);
  const { code = '' } = error as { code?: string };
  if (twinCodes.test(code)) return unavailable('Somebody did the same at this moment. Send it again.', 1);
  if (isAway(error)) return databaseAway();
  return error;
}
