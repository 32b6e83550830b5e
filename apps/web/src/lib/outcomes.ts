/** What a form about oneself can have done; the next page tells it. */
export const accountOutcomes = [
  ...([
    'registered',
    'registered-along',
    'signed-in',
    'signed-in-along',
    'signed-out',
    'signed-out-everywhere',
  ] as const),
  ...(['profile-changed', 'password-changed', 'details-changed', 'nick-picked', 'nick-restored'] as const),
  ...(['session-ended', 'others-ended', 'second-factor-removed', 'followed', 'unfollowed'] as const),
  ...(['favorited', 'unfavorited'] as const),
  ...(['muted', 'unmuted', 'closing-set'] as const),
  ...(['erasure-asked', 'kept', 'reset-asked', 'password-reset'] as const),
] as const;

export type AccountOutcome = (typeof accountOutcomes)[number];
