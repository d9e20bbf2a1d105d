import { GOES_ON } from '../text/words/abbreviations.ts';

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
  // "At the end of May they were", "While owners dismissed him as", "Critics said he was": who?
  /^(?:At|In|On|By|For|With|After|Before|During) [^,]{2,24} (?:he|she|it|they) (?:was|were|is|are|had|has|have|would|will|may|could)\b/u,
  /^(?:While|As|When|After|Although|Though) (?:[^,\p{Lu}]{2,30} )?(?:him|her|them)\b/u,
  /^[\p{L}]+s (?:said|say) (?:he|she) /u,
  // "In one case, that letter included".
  /^[^,]{2,40}, that \p{Ll}+ (?:was|were|is|had|has|included?|showed|came)\b/u,
  // "Namely, that", "The bill would then be sent", "Lee: Well, the pier is bad", and what a wrong stop cut off: "Have asked for more".
  /^(?:Namely|That is|In other words|Hence|Thus|Therefore)\b|^(?:\S+ ){1,5}then \p{Ll}+ /u,
  /^\p{Lu}\p{L}+: \p{Lu}/u,
  // "The mayor did not elaborate.", "“Out!” the crowd yelled.": on what, and at what?
  /\bdid not elaborate\.?$/u,
  /^[“"][^”"\s]{1,12}[”"] /u,
  new RegExp(String.raw`^(?:${GOES_ON}|Are) \p{Ll}[^?]*$`, 'u'),
  // "To ease the problem".
  /^(?:To \p{Ll}+ the|To (?:do so|that end|this end)\b|(?:Well|Indeed)(?=,)|By comparison|By contrast|In addition|As a result|For example|At the same time)\b/u,
];

/** Whether a sentence leans on what was told before it. */
export const leans = (text: string): boolean => LEANS.some((sign) => sign.test(text));
