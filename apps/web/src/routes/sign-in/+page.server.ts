import { randomUUID } from 'node:crypto';
import { sentFields } from '#lib/account-form.js';
import { enter } from '#lib/server/enter.js';
import { answeredOnce } from '#lib/server/form-keys.js';
import { readEntering } from '#lib/server/read-entering.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => ({ ...(await readEntering(event)), key: randomUUID() });

export const actions: Actions = {
  default: async (event) => {
    const { request, getClientAddress } = event;
    const values = sentFields(await request.formData(), ['email', 'password', 'code', 'back', 'along', 'key']);
    const { email, password } = values;
    const code = values.code.trim();
    const user = { email, password, refreshable: true, ...(code !== '' && { code }) };
    // A code is good once. The form's key tells it from one that was typed again; the first answer changes the cookies.
    const form = ['sign-in', getClientAddress(), request.headers.get('user-agent'), values];
    return enter(event, {
      ...{ of: 'sign-in', path: '/api/users/login', values, user },
      ...(code !== '' && values.key !== '' && { once: (ask) => answeredOnce(form, ask) }),
    });
  },
};
