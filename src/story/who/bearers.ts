import { copyNames } from '../reading/copy-names.ts';

/** What stands before a surname in sentences, and in no headline. */
const HONORIFICS = ['Mr', 'Mrs', 'Ms', 'Miss'];

export const isHonorific = (word: string): boolean => HONORIFICS.includes(word);

/** Whether a surname means one person in a copy: one name ends on it, and nobody calls both a Mr and a Mrs so. */
export function hasOneBearer(surname: string, text: string): boolean {
  const isIts = ({ full }: { readonly full: string }) => full === surname || full.endsWith(` ${surname}`);
  const called = HONORIFICS.filter((title) =>
    [`${title} ${surname}`, `${title}. ${surname}`].some((name) => text.includes(name)),
  );
  return copyNames(text).filter(isIts).length === 1 && called.length < 2;
}
