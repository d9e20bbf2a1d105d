/** Begins with somebody who is named elsewhere: no form of it could stand by itself. */
export const opensOnPronoun = (text: string): boolean =>
  /^["“‘']?(?:he|she|it|they|his|her|its|their|this|that|these|those)\b/i.test(text);

const LEANS: readonly RegExp[] = [
  // "Of this amount" (not "By this summer").
  /^(?:\S+ ){1,3}(?:these|those|such|this (?!week|month|year|season|summer|winter|autumn|spring|morning|afternoon|evening))\b/,
  // "asked for copies of these letters", "will seek a way out of this."
  /\b(?:of|for|on|about|to|with) (?:these|those) (?!days|weeks|months|years|who\b|that\b|in\b|of\b|with\b|at\b|from\b|on\b)\p{Ll}/u,
  /\b(?:in|of|for|about|to|with) (?:this|these|those)[.,;]/,
  // "Calder further described": besides what?
  /^(?:\S+ ){1,8}?further \p{Ll}+(?:ed|d|s|id|old)\b/u,
  // "In a letter, she".
  /^\S[^,\p{Lu}]{2,50}, (?:he|she|it|they)\b/u,
  // "To ease the problem".
  /^(?:To \p{Ll}+ the|By comparison|By contrast|In addition|As a result|For example|At the same time)\b/u,
];

/** Whether a sentence leans on what was told before it. */
export const leans = (text: string): boolean => LEANS.some((sign) => sign.test(text));
