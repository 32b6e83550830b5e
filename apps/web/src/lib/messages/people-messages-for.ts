import { deskMessagesWith } from './desk-messages-for.js';
import { stepsEn } from './desk-steps.en.js';
import { peopleEn } from './desk-people.en.js';

/** What the desk says in a language (BCP 47), with what it says of people alone. */
export const peopleMessagesFor = deskMessagesWith({ en: { ...peopleEn, ...stepsEn } });
export type PeopleMessages = ReturnType<typeof peopleMessagesFor>;
