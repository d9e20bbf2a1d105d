import { findNames, type Name } from '../text/names.ts';
import { rememberLast } from '../text/remember-last.ts';
import { copyTokens } from './copy-tokens.ts';

/** The names of a copy's text. Who finds the speakers and who finds what a pronoun stands for read the same text: the last one is kept. */
export const copyNames: (text: string) => readonly Name[] = rememberLast((text) => findNames(text, copyTokens(text)));
