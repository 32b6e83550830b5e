import type { FieldName, FormState, FormValues } from '#lib/comment-form.js';
import type { Messages } from '#lib/messages/en.js';
import { GatewayAway, Refusal } from './gateway.js';

const fields = new Set<string>(['name', 'email', 'website', 'body']);

export interface FormFailure extends FormState {
  status: number;
}

/** Says beside each field what is wrong with it, and above the form what is not about a field. What was typed stays. */
export function formFailure(error: unknown, values: FormValues, t: Messages): FormFailure {
  if (error instanceof GatewayAway) {
    return {
      status: 503,
      values,
      errors: {},
      message: `${t.notPosted} ${t.failures.away.title} ${t.failures.away.more}`,
    };
  }
  if (!(error instanceof Refusal)) throw error;
  const { status, retryAfter } = error;
  const isPickedWrong = values.nic === 'pick' && /nick|username/i.test(Object.keys(error.errors).join(' '));
  const errors: FormState['errors'] = {};
  for (const [field, [message = '']] of Object.entries(error.errors)) {
    const name: FieldName | undefined = isPickedWrong ? 'nick' : fields.has(field) ? (field as FieldName) : undefined;
    if (name !== undefined) errors[name] = message;
  }
  if (Object.keys(errors).length > 0) return { status, values, errors, message: t.fieldsWrong };
  const again = retryAfter === undefined ? '' : ` ${t.tryAgainIn(retryAfter)}`;
  return { status, values, errors, message: `${t.notPosted} ${error.message}${again}` };
}
