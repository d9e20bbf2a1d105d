const notForReaders =
  /\b(?:not (?:intended )?for (?:publication|use|readers)|nicht zur (?:veröffentlichung|publikation)|non destiné à la publication)\b(?!(?: or broadcast)?\s+(?:until|till|before|prior to)\b)/i;

/** Whether words say that they must not be published at all; "not for publication before noon" is an embargo. */
export const isPrivate = (words: string): boolean => notForReaders.test(words);
