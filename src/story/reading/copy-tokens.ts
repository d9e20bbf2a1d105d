import { type Token, tokens } from '../../text/tokens.ts';

let last: { readonly text: string; readonly tokens: readonly Token[] } | undefined;

/** The tokens of a copy's text. The writers and the checks read the same text one after the other: the last one is kept. */
export function copyTokens(text: string): readonly Token[] {
  if (last?.text !== text) last = { text, tokens: tokens(text) };
  return last.tokens;
}
