import { expect, test } from '@jest/globals';
import { factorSetup } from './factor-setup.js';

const uri = 'otpauth://totp/Broadside:Ada?secret=JBSWY3DPEHPK3PXP&issuer=Broadside';

test('the address of a secret is shown as a picture too', () => {
  const { secret, qr } = factorSetup(uri) ?? { secret: '', qr: { size: 0, path: '' } };
  expect(secret).toBe('JBSWY3DPEHPK3PXP');
  expect(qr.size).toBeGreaterThan(25);
  expect(qr.path).toMatch(/^(?:M\d+ \d+h1v1h-1z)+$/);
});

test.each(['', 'javascript:alert(1)', 'otpauth://totp/x', 'otpauth://totp/x?secret=<b>', `${uri}${'x'.repeat(1_000)}`])(
  '%j is none',
  (address) => {
    expect(factorSetup(address)).toBeUndefined();
  },
);
