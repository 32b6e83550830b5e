import type { AccountOutcome } from '#lib/outcomes.js';

export interface Outcome {
  text: string;
  /** Where what was done is seen. */
  to?: { href: string; label: string };
}

const people = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

/** What the site says about accounts in English. Another language is a file beside this one with the same names. */
export const accountEn = {
  signIn: 'Sign in',
  signInIntro: 'To comment you need no account.',
  noAccount: 'No account yet?',
  register: 'Register',
  registerIntro:
    'An account keeps your name for you, and is the same on each of your devices. To comment you need none.',
  haveAccount: 'Registered already?',
  lostPassword: 'Lost your password?',
  userName: 'User name',
  userNameNote: 'shown above your comments',
  email: 'E-mail',
  neverShown: 'never shown',
  optional: 'optional',
  password: 'Password',
  newPassword: 'New password',
  atLeast: 'at least 8 characters',
  presentPassword: 'Your password',
  forNewEmail: 'only for a new e-mail',
  code: 'Code',
  codeNote: 'six digits of your app, or a recovery code',
  haveSecondFactor: 'I have a second factor',
  codeNeeded: 'One step more: this account has a second factor. Type your password again, and the code.',
  codeWrong: 'is wrong, or was used before: take the next one',
  codeMissing: 'is needed',
  takeAlong: (name: string, count: number) => ({
    before: 'Take along what I wrote as the guest ',
    name,
    after: `: ${people(count, 'comment', 'comments')}, and the names I went by.`,
  }),
  guestRefused: 'What you wrote as a guest could not be taken along. Without it you can go on.',

  lostIntro: 'We send a link to your e-mail. It is good for 30 minutes, and once.',
  sendLink: 'Send the link',
  lostNoMail: 'This site sends no mail. Somebody who runs it can make a link for you.',
  resetPassword: 'A new password',
  resetIntro: 'It ends each of your sessions, on all devices. Then you sign in with it.',
  setPassword: 'Set the password',
  tokenBad: 'This link is good no more. It works once, and for 30 minutes.',
  anotherLink: 'Ask for another one',
  tokenMissing: 'This address is not whole. Take the whole link of the mail.',

  account: 'Your account',
  page: 'Your page',
  sections: {
    overview: 'Overview',
    comments: 'My comments',
    following: 'Following',
    mutes: 'Muted',
    sanctions: 'Notices',
    sessions: 'Sessions',
    secondFactor: 'Second factor',
    export: 'My data',
    erasure: 'Erase me',
  },
  guestOf: (site: string) => `You are a guest of ${site}: this browser knows you, and no other.`,
  becomeAccount: 'Make an account of it',
  becomeAccountMore: 'Your comments, your names and your count come along.',
  commentedUnder: 'You comment as',
  seePublic: 'Your public page',
  signedInAs: 'Signed in as',
  secondFactorRequired: 'Your rights as staff rest until you have a second factor.',
  setUpNow: 'Set it up now',
  erasurePending: 'You asked to be erased. It is done on',

  profile: 'Profile',
  bio: 'About you',
  bioNote: 'optional, shown on your page',
  image: 'Address of a picture',
  save: 'Save',
  nothingChanged: 'Nothing was changed, so nothing was saved.',
  changePassword: 'Password',
  changePasswordMore: 'A new one ends your sessions on all other devices.',
  changeIt: 'Change the password',
  details: 'What is remembered of you',
  yourName: 'Your name',
  website: 'Website',
  detailsMore: 'It is in the form when you comment next.',

  nick: 'The name above your comments',
  nickNow: 'Now it is',
  nickField: 'Nick',
  nickNote: 'your count and history stay yours',
  useNick: 'Use this nick',
  invent: 'Pic-a-Nic: invent one',
  useOriginal: 'My Original Nic',

  sessionsIntro: 'Each sign-in is a session, until you end it or it runs out.',
  thisSession: 'this one',
  signedInAt: 'Signed in',
  endsAt: 'runs out',
  endSession: 'End',
  endSessionOf: (when: string) => `End the session of ${when}`,
  endOthers: 'End all others',
  signOutHere: 'Sign out here',
  signOutEverywhere: 'Sign out everywhere',

  secondFactorIntro:
    'With a second factor a stolen password is not enough: signing in also takes a code from an app on your phone, a new one each half minute.',
  isOn: 'Your second factor is on.',
  setUp: 'Set up',
  setUpTitle: 'Set up a second factor',
  scan: 'Scan this with your app …',
  orType: '… or type in this secret:',
  qrLabel: 'QR code with the secret below',
  thenCode: 'Then type in the code that the app shows. Only then is it on.',
  confirm: 'Turn it on',
  nowOn: 'Your second factor is on. Your sessions on other devices have ended.',
  codesNew: 'These are your new recovery codes. The old ones are good no more.',
  codes: 'Recovery codes',
  codesIntro:
    'Each signs you in once in place of a code, if you lose your phone. They are shown this one time: print this page or write them down.',
  codesOf: (name: string, site: string) => `${name} · ${site}`,
  codesKept: 'I have them',
  newCodes: 'New recovery codes',
  newCodesMore: 'The codes you have now are good no more then.',
  makeCodes: 'Make new codes',
  removeFactor: 'Remove the second factor',
  removeFactorMore: 'Then your password alone signs you in. Recovery codes are gone with it.',
  remove: 'Remove it',
  lostPhone: 'Lost your phone and the codes? Somebody who runs the site can take it off.',

  nothingWritten: 'You have written nothing yet.',
  nothingWrittenMore: 'What you write stands here, under whichever name.',
  frontPage: 'To the front page',
  waitingNote: 'A comment that a moderator has not seen yet is not in this list.',

  noSanctions: 'Nobody had to tell you anything.',
  noSanctionsMore: 'Warnings and decisions of moderators about you stand here, with their reasons.',
  sanctions: {
    warning: 'Warning',
    suspension: 'Suspended',
    ban: 'Banned',
    premoderation: 'Your comments are looked at before they are shown',
    reinstatement: 'Reinstated',
  },
  until: 'until',
  reason: 'Reason',

  followsNobody: 'You follow nobody yet.',
  followsNobodyMore: 'On the page of somebody with an account is a button for it.',
  follow: 'Follow',
  unfollow: 'Unfollow',
  unfollowOf: (name: string) => `Unfollow ${name}`,
  mute: 'Mute',
  unmute: 'Unmute',
  unmuteOf: (name: string) => `Unmute ${name}`,
  nameless: 'Somebody',
  muteKinds: { person: 'Person', source: 'Source', tag: 'Tag' },
  mutesMore: 'Articles of these are in none of your lists. Nobody is told; counts stay as they are.',
  mutesNothing: 'You mute nothing.',
  mutesNothingMore: 'On the page of a person, a source or a tag is a button for it.',
  moreNames: 'More names',
  firstNames: 'To the first',

  exportIntro: 'Everything that is known about you, as one file: who you are, your names, what moderators told you,',
  exportAccount: 'whom you follow, which threads you have read up to when,',
  exportEnd: 'and all your comments.',
  download: 'Download my data',
  exportNote: 'JSON, which programs read. It is whole if it ends with “]}”.',

  erasureIntro: 'What is erased, for good:',
  erased: {
    comments: (count: number) =>
      `the words and the name of ${people(count, 'comment', 'comments')}. Where others replied, “[erased]” stays`,
    person: 'your name, e-mail, website and each nick',
    account: 'your profile, password, sessions and second factor, and whom you follow',
    visits: 'what you have read',
  },
  erasureAfter:
    'It is not done at once. The day on which it is done is shown here when you have asked, and until then you can change your mind.',
  erasureSure: 'I want all of this erased',
  erasureUnsure: 'must be ticked, so that it is no slip',
  eraseMe: 'Erase me',
  erasureDue: 'All of this is erased on',
  erasureUntil: 'Until then nothing changes, and one press calls it off.',
  keepMe: 'Keep me',
  takeDataFirst: 'Download your data first',

  failed: 'Not done.',
  fieldsWrong: 'Not done yet: see the fields marked below.',

  outcomes: {
    registered: { text: 'Welcome. Your account is made, and you are signed in.', to: link('/account', 'Your account') },
    'signed-in': { text: 'You are signed in.', to: link('/account', 'Your account') },
    'registered-along': {
      text: 'Welcome. Your account is made, you are signed in, and what you wrote as a guest is your account’s now.',
      to: link('/account/comments', 'My comments'),
    },
    'signed-in-along': {
      text: 'You are signed in. What you wrote as a guest is your account’s now.',
      to: link('/account/comments', 'My comments'),
    },
    'signed-out': { text: 'You are signed out here.', to: link('/sign-in', 'Sign in') },
    'signed-out-everywhere': { text: 'You are signed out on all devices.', to: link('/sign-in', 'Sign in') },
    'profile-changed': { text: 'Your profile is saved.', to: link('/account#profile', 'See it') },
    'password-changed': {
      text: 'Your password is changed. All other sessions have ended.',
      to: link('/account/sessions', 'Sessions'),
    },
    'details-changed': { text: 'It is saved.', to: link('/account#details', 'See it') },
    'nick-picked': { text: 'You comment under this nick from now on.', to: link('/account#nick', 'See it') },
    'nick-restored': { text: 'You comment under your original name again.', to: link('/account#nick', 'See it') },
    'session-ended': { text: 'The session has ended.', to: link('/account/sessions', 'Sessions') },
    'others-ended': { text: 'All other sessions have ended.', to: link('/account/sessions', 'Sessions') },
    'second-factor-removed': {
      text: 'Your second factor is removed.',
      to: link('/account/second-factor', 'Set up another'),
    },
    followed: { text: 'You follow them now.', to: link('/account/following', 'Whom you follow') },
    muted: { text: 'It is in your lists no more.', to: link('/account/mutes', 'What you mute') },
    unmuted: { text: 'It is in your lists again.', to: link('/account/mutes', 'What you mute') },
    unfollowed: { text: 'You follow them no more.', to: link('/account/following', 'Whom you follow') },
    'erasure-asked': { text: 'You will be erased.', to: link('/account/erasure', 'When, and how to stay') },
    kept: { text: 'You stay. Nothing is erased.', to: link('/account', 'Your account') },
    'reset-asked': {
      text: 'If an account has this e-mail, a link is on its way. It is good for 30 minutes.',
      to: link('/sign-in', 'Sign in'),
    },
    'password-reset': { text: 'Your password is set, and all sessions have ended. Sign in with it.' },
  } satisfies Record<AccountOutcome, Outcome> as Record<AccountOutcome, Outcome>,
};

function link(href: string, label: string): NonNullable<Outcome['to']> {
  return { href, label };
}

export type AccountMessages = typeof accountEn;
