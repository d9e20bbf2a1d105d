// How agencies say in words that copy must not run. Each is one rule; the first that is found is reported.
// @NOTE They block and call a person; they never kill by themselves, because copy also quotes such words.
const orders: readonly RegExp[] = [
  // KILL KILL KILL ; HOLD HOLD HOLD ; WITHHOLD WITHHOLD (with or without bells and dashes between)
  /\b(?:KILL|HOLD|WITHHOLD)(?:[\s.,!+*–—-]{1,6}(?:KILL|HOLD|WITHHOLD)\b){1,9}/,
  // BULLETIN KILL ; MANDATORY KILL ; KILL NOTICE
  /\b(?:bulletin|mandatory|urgent|photo|story) kill\b/i,
  /\bkill (?:notice|advisory|note|mandatory)\b/i,
  // A kill is mandatory.
  /\b(?:kill|withhold|elimination) is mandatory\b/i,
  // a line that begins "Kill - " or "KILL:"
  /^[\W_]{0,6}(?:kill|withhold|elimination|withdrawn|retraction)\s{0,2}[-–—:]{1,2}\s/im,
  /^[\W_]{0,6}(?:KILL|WITHHOLD|ELIMINATION)[\W_]{0,6}$/m,
  // Please kill item dpa 157 ; EDITORS: withhold the story
  /\b(?:please|editors,?|eds:?|must|should|to) (?:kill|withhold|disregard|withdraw|eliminate) (?:the |this |our |all |any )?(?:previous |earlier |above |following )?(?:item|story|stories|copy|report|article|dispatch|advisory|version|versions|headline|alert|urgent|photo|text)\b/i,
  // Make certain the story is not used
  /\bmake certain (?:that )?(?:the |this )?(?:story|item|copy|report|article) is not (?:used|published)\b/i,
  /\bdo not (?:use|publish|run) (?:this|the) (?:story|item|copy|report|article)\b/i,
  /\b(?:STORY|ITEM|COPY|ARTICLE) (?:IS )?(?:WITHDRAWN|KILLED|RETRACTED)\b/,
];

/** The words in which the copy, its headline or its notes order it not to be used; undefined when there are none. */
export function findKillWords(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    for (const order of text ? orders : []) {
      const words = order
        .exec(text ?? '')?.[0]
        .replace(/\s+/g, ' ')
        .trim();
      if (words) return words.slice(0, 80);
    }
  }
  return undefined;
}
