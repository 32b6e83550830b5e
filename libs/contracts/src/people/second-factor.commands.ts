import { z } from 'zod';
import { plainText } from '../plain-text.js';
import { longestPassword } from './account.commands.js';
import { comparedText } from './compared-text.js';

const blank = "can't be blank";

/** Of a code as it is typed, with its spaces, in code points. */
export const longestCode = 40;

/** A code of the app, or a recovery code. */
export const SecondFactorCode = comparedText(longestCode);

const password = comparedText(longestPassword);

/** The password, because a token may be in the hands of somebody else. */
export const BeginSecondFactor = z.object({ password });
export const ConfirmSecondFactor = z.object({ code: SecondFactorCode });
export const RenewRecoveryCodes = ConfirmSecondFactor;
export const RemoveSecondFactor = z.object({ password, code: SecondFactorCode });
/** Somebody else's, by an admin. */
export const RemoveSecondFactorOf = z.object({ personId: z.uuid(), reason: plainText(500, { blank }) });
