import type { Phase } from '../verdict.ts';

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
/** Nine to fifteen digits (ITU-T E.164) with the usual separators; the leading part keeps it off years, sums and dates. */
const TELEPHONE = /(?<![\p{Nd}.,₹$€£])(?:\+|\(?\p{Nd})[\p{Nd}()\s.-]{7,22}\p{Nd}(?![\p{Nd}%]|[.,]\p{Nd})/gu;

/** Tells the moderator when a comment gives away an e-mail address or a telephone number: often by accident, or somebody else's. */
export const contactDetails: Phase = ({ text }) => {
  const email = EMAIL.exec(text)?.[0];
  if (email) return note(`an e-mail address, “${email}”`);
  const number = [...text.matchAll(TELEPHONE)].map((match) => match[0].trim()).find(isTelephone);
  return number ? note(`what looks like a telephone number, “${number}”`) : undefined;
};

const note = (what: string) =>
  ({ kind: 'note', reason: { code: 'contact-details', message: `It publishes ${what}.` } }) as const;

/** @NOTE "1990-1994, 1996-1998" and "2026-03-02 10:00" are digits with separators too: dates and spans of years are let be. */
function isTelephone(text: string): boolean {
  const digits = text.replace(/\P{Nd}/gu, '');
  if (digits.length < 9 || digits.length > 15) return false;
  if (/^(?:1[5-9]|20)\p{Nd}{2}[-.\s]/u.test(text) && !text.startsWith('+')) return false;
  return !/^\p{Nd}{1,2}[-.]\p{Nd}{1,2}[-.]\p{Nd}{4}/u.test(text) && !/^\p{Nd}{1,3}(?:[\s.]\p{Nd}{3})+$/u.test(text);
}
