import { z } from 'zod';
import { NewPassword } from './account.commands.js';
import { Login } from './person.commands.js';

/** As at a sign-in: an e-mail that was accepted once need not be well-formed by today's rules. */
export const RequestPasswordReset = Login.pick({ email: true });
export type RequestPasswordReset = z.infer<typeof RequestPasswordReset>;

/** The token of a link, and the password to have from now on. */
export const ResetPassword = z.object({
  token: z.string({ error: "can't be blank" }).min(1, "can't be blank").max(200, 'is invalid'),
  password: NewPassword,
});
export type ResetPassword = z.infer<typeof ResetPassword>;

export const IssuePasswordReset = z.object({ personId: z.uuid() });
export type IssuePasswordReset = z.infer<typeof IssuePasswordReset>;
