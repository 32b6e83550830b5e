import type { ConfigData } from 'html-validate';

/** The standard's rules. Those that are off are no part of it, or would call correct pages wrong. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: [
    'html5',
    Object.fromEntries(
      ['comment-form', 'front-news', 'live-news', 'markup-toolbar', 'theme-choice', 'thread-view'].map((name) => [
        name,
        { flow: true, phrasing: false, permittedContent: ['@flow'] },
      ]),
    ),
  ],
  rules: {},
};
