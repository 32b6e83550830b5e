import { sentFields } from '#lib/account-form.js';
import { enter } from '#lib/server/enter.js';
import { readEntering } from '#lib/server/read-entering.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => readEntering(event);

export const actions: Actions = {
  default: async (event) => {
    const values = sentFields(await event.request.formData(), ['email', 'password', 'code', 'back', 'along']);
    const { email, password } = values;
    const code = values.code.trim();
    const user = { email, password, refreshable: true, ...(code !== '' && { code }) };
    return enter(event, { of: 'sign-in', path: '/api/users/login', values, user });
  },
};
