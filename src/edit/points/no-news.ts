/** Formulas of the trade, what a newsroom always hears and what anybody is: no point of any story. */
const NO_NEWS: readonly RegExp[] = [
  // What a newsroom always hears: nobody would say more.
  /\brequests?(?: for comment\b|$)/iu,
  /\bavailable for comment\b/iu,
  /\b(?:declined|refused) to (?:make any )?comments?\b/iu,
  /\b(?:declined|refused) to be (?:identified|named|quoted)\b/iu,
  /^neither\b.+\bcomment/iu,
  /\bcould not (?:immediately )?be reached\b/iu,
  /\bdeclined (?:an? )?(?:interview|comment)\b/iu,
  /\bdid not elaborate\b/iu,
  /\bno further details\b/iu,
  /\b(?:was|is|were|are) quoted(?: in\b|$)/iu,
  // Who told it first, and where somebody spoke.
  /\bfirst (?:reported|reports)\b/iu,
  /\b(?:was|were) speaking (?:at|after|to|in|on|with)\b/iu,
  // What anybody says.
  /\bfollow(?:s|ed)? suit\b/iu,
  /\btaking (?:this|the|these|it) (?:\w+ )?(?:very )?seriously\b/iu,
  /\bthoughts (?:and prayers )?(?:are|were) with\b/iu,
  // What anybody is, and a name with what it does without a verb.
  /\b(?:is|are) (?:based|headquartered) in\b/iu,
  /\bis (?:the )?author of\b/iu,
  /\bis (?:just |only |now |aged )?\d{1,3}$/iu,
  /\bis (?:single|married|retired|divorced)$/iu,
  /^[^,]{2,40}, (?:who|which) [^,]+$/iu,
];

/** Whether a point tells nothing of its story, whatever the story is. */
export const isNoNews = (text: string): boolean => NO_NEWS.some((formula) => formula.test(text));
