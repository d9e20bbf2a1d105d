/** Begins with somebody who is named elsewhere: no form of it could stand by itself. */
export const opensOnPronoun = (text: string): boolean =>
  /^["“‘']?(?:he|she|it|they|his|her|its|their|this|that|these|those)\b/i.test(text);

/** Leans on what was told before: "Of this amount" (not "By this summer"), "In a letter, she", "To ease the problem". */
export const leans = (text: string): boolean =>
  /^(?:\S+ ){1,3}(?:these|those|such|this (?!week|month|year|season|summer|winter|autumn|spring|morning|afternoon|evening))\b/.test(
    text,
  ) ||
  // "Calder further described": besides what?
  /^(?:\S+ ){1,8}?further \p{Ll}+(?:ed|d|s|id|old)\b/u.test(text) ||
  /^\S[^,\p{Lu}]{2,50}, (?:he|she|it|they)\b/u.test(text) ||
  /^(?:To \p{Ll}+ the|By comparison|By contrast|In addition|As a result|For example|At the same time)\b/u.test(text);
