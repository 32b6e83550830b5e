import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { mailSettingsOf, mailVars } from './mail-settings.js';

const settingsOf = (vars: Record<string, string>) => mailSettingsOf(z.object(mailVars).parse(vars));
const all = {
  SMTP_URL: 'smtps://user:password@mail.example',
  MAIL_FROM: 'Broadside <no-reply@news.example>',
  SITE_URL: 'https://news.example',
};

test('mail is sent where all three settings are there, and none where there is no server', () => {
  expect(settingsOf(all)).toMatchObject({ from: all.MAIL_FROM, siteUrl: all.SITE_URL });
  expect(settingsOf({})).toBeUndefined();
  expect(settingsOf({ SMTP_URL: '', MAIL_FROM: '', SITE_URL: '' })).toBeUndefined();
  expect(() => settingsOf({ ...all, MAIL_FROM: '', SITE_URL: '' })).toThrow('MAIL_FROM, SITE_URL missing');
});

test.each([
  { SMTP_URL: 'mail.example:587' },
  { SMTP_URL: 'http://mail.example' },
  { MAIL_FROM: 'nobody' },
  { MAIL_FROM: 'a@b.example\nBcc: all@b.example' },
  { SITE_URL: 'news.example' },
  { SITE_URL: 'https://news.example/somewhere' },
])('%j is refused', (wrong) => expect(() => settingsOf({ ...all, ...wrong })).toThrow('must be'));
