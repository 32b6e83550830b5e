import { z } from 'zod';

/** What a command takes that is all said by who gives it. Whatever is sent along is not looked at. */
export const Nothing = z.unknown().transform(() => ({}));
