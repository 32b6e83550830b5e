import { sentFields } from '#lib/account-form.js';
import { enter } from '#lib/server/enter.js';
import { withKey } from '#lib/server/form-keys.js';
import { readEntering } from '#lib/server/read-entering.js';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) => readEntering(event);

export const actions: Actions = {
  default: async (event) => {
    const { request, getClientAddress } = event;
    const values = sentFields(await request.formData(), ['username', 'email', 'password', 'back', 'along']);
    const { username, email, password } = values;
    const sender = [getClientAddress(), request.headers.get('user-agent'), request.headers.get('cookie')];
    // Pressed twice, it is one account.
    return withKey([...sender, 'register', values], (key) =>
      enter(event, {
        ...{ of: 'register', path: '/api/users', values, user: { username, email, password, refreshable: true } },
        headers: { 'idempotency-key': key },
      }),
    );
  },
};
