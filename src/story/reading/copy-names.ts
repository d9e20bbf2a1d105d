import { rememberLast } from '../../text/memory/remember-last.ts';
import { findNames, type Name } from '../../text/names/names.ts';
import { copyTokens } from './copy-tokens.ts';

/** The names of a copy's text. Who finds the speakers and who finds what a pronoun stands for read the same text: the last one is kept. */
export const copyNames: (text: string) => readonly Name[] = rememberLast((text) => findNames(text, copyTokens(text)));
