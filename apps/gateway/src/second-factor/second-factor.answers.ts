import { z } from 'zod';

export const PendingAnswer = z.object({
  secondFactor: z.object({
    secret: z.string().describe('in base32, to be typed into an app'),
    uri: z.string().describe('the same, for a QR code'),
  }),
});

export const RecoveryCodesAnswer = z.object({
  secondFactor: z.object({
    recoveryCodes: z.array(z.string()).describe('each signs in once, in place of a code of the app; told only now'),
  }),
});
