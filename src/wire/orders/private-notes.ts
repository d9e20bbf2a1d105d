const notForReaders =
  /\b(?:not (?:intended )?for (?:publication|use|readers)|nicht zur (?:veröffentlichung|publikation)|non destiné à la publication)\b(?!(?: or broadcast)?\s+(?:until|till|before|prior to)\b)/i;

/** Whether words say that they must not be published at all; "not for publication before noon" is an embargo. */
export const isPrivate = (words: string): boolean => notForReaders.test(words);

// A paragraph that opens so is no sentence of the news: those have the words further on, or in quotation marks.
const opensPrivate =
  /^[\s*#_=([{<>–—-]{0,20}(?:(?:strictly|the following|this (?:information|part|note)|die folgenden?|diese)\b[^.!?:\n]{0,60}?)?(?:not (?:intended )?for publication|nicht zur (?:veröffentlichung|publikation)|non destinée?s? à la publication)\b(?!(?: or broadcast)?\s+(?:until|till|before|prior to)\b)/i;

/** What is the readers' of a body: all before a paragraph that says it is not for publication. What follows is nobody's. */
export function publicPart<Words extends { readonly text: string }>(blocks: readonly Words[]): readonly Words[] {
  const at = blocks.findIndex(({ text }) => opensPrivate.test(text.slice(0, 200)));
  return at < 0 ? blocks : blocks.slice(0, at);
}
