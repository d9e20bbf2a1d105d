/** What makes a comment worth the others' time, each visible in its words. */
export type EvidenceKind =
  | 'reason'
  | 'specific'
  | 'question'
  | 'source'
  | 'weighing'
  | 'experience'
  | 'proposal'
  | 'answer';

/** One sign of thought: what kind, and where in the comment (UTF-16 units). */
export type Sign = { readonly kind: EvidenceKind; readonly start: number; readonly end: number };

/** What each kind is told by, in small letters. Every pattern is linear: no repetition inside a repetition. */
const PATTERNS: readonly (readonly [EvidenceKind, RegExp])[] = [
  [
    'reason',
    /\b(?:because|since (?:it|they|we|he|she|the|there|most|many)|therefore|thus|hence|due to|as a result|which means|that means|so that|in order to|the reason|leads? to|caused? by|results? in|for this reason|given that|that is why|that['’]s why|consequently)\b/gu,
  ],
  [
    'source',
    /\b(?:according to|(?:a|the|this|recent|new|several|many) (?:\w{1,20} )?(?:study|studies|report|reports|survey|research|census|figures|statistics|data)|the (?:article|author|column|columnist|report|survey|study|law|act|charter|constitution) (?:says?|states?|shows?|notes?|mentions?|points?|claims?|argues?|fails?|does|is)|(?:report|study|survey|audit|inquiry|figures)(?: (?:of|from|by|for|on) \w{2,20}){0,2} (?:says?|shows?|states?|finds?|found|said)|as reported|statistics|data (?:show|suggest)|evidence (?:that|of|for)|https?:\/\/\S{4,200}|see (?:the|page|chapter|article|section))\b/gu,
  ],
  [
    'weighing',
    /\b(?:however|although|though|on the other hand|while (?:i|it|the|there|this|some|many)|whereas|despite|nevertheless|even so|at the same time|in contrast|on balance|rather than|instead of|not only|unless|granted|admittedly|that said|to be fair|i (?:agree|disagree|understand|see your|take your)|unlike|compared (?:to|with)|in fairness|except (?:that|for|when))\b/gu,
  ],
  [
    'experience',
    /\b(?:in my (?:experience|view|opinion|case|town|city|school|job|work|family|time|day)|i (?:work|worked|teach|taught|live|lived|grew up|have (?:been|worked|lived|seen|had)|was (?:a|born|raised|in)|once|used to|remember|volunteer|served|own|run)|as an? \p{L}{3,20}(?:,| who| i\b| myself)|my (?:father|mother|wife|husband|daughter|son|parents|kids|children|family|doctor|neighbours?|neighbors?|grandmother|grandfather|students?|patients?|employer|company|colleagues?))\b/gu,
  ],
  [
    'proposal',
    /\b(?:should (?:be|have|also|not|focus|consider|start|invest|look|make|take|allow|require|provide|try)|could (?:be|have|also|start|help|instead)|needs? to (?:be|have|do|find|start|look|consider|address|invest|know|understand)|would be (?:better|wiser|more|good|nice|helpful|interesting)|why not|i (?:suggest|propose|would (?:like|suggest|prefer|rather|hope))|let['’]s|one (?:way|solution|option|answer)|the (?:solution|answer|best way|alternative|first step|real (?:issue|question|problem))|alternatively|it is (?:important|necessary|essential|time) (?:to|that))\b/gu,
  ],
  [
    'specific',
    /(?:(?<![\p{L}\d])(?:[$£€]\s?)?\d[\d,.]{0,12}(?:\s?(?:%|percent|per cent|million|billion|trillion|thousand|years?|months?|weeks?|days?|hours?|km|miles|people|dollars|votes|seats|cents|jobs|times))|\b(?:in|since|of|by|until) (?:1[89]|20)\d\d\b|\b(?:for example|for instance|such as|e\.g\.|namely|specifically|in particular|in fact)(?![\p{L}]))/gu,
  ],
  [
    'question',
    /(?:^|[.!?…\n]\s{0,3}|[,;:] )(?:so |and |but )?(?:what|why|how|where|when|which|who|is|are|do|does|did|can|could|would|should|has|have|will)\b(?! you (?:kidding|stupid|serious|blind|nuts|crazy))[^.!?\n]{12,200}\?(?![?!])/gu,
  ],
  [
    'answer',
    /(?:^|\n)\s?>|\b(?:you (?:say|said|wrote|claim|ask|asked|mention|mentioned|point|argue|suggest)|your (?:point|argument|question|suggestion|claim|example)|good (?:point|question|article|piece)|well (?:said|put|written|argued)|thank(?:s| you) for|i (?:agree|disagree) with|to (?:answer|respond)|in (?:reply|response|answer) to|as (?:you|others|someone|\p{L}{3,21}) (?:say|said|says|note[ds]?|point(?:s|ed)?|mention(?:s|ed)?))\b/gmu,
  ],
];

/** Signs of one kind that are kept. */
const MOST_OF_A_KIND = 5;

/** Every sign of thought in a comment, kind by kind. `small` is the comment in small letters, each where it stood. */
export function findEvidence(small: string): Sign[] {
  const found: Sign[] = [];
  for (const [kind, pattern] of PATTERNS) {
    // @NOTE Not by `matchAll`, which makes the pattern anew for each text.
    pattern.lastIndex = 0;
    for (let count = 0; count < MOST_OF_A_KIND; count++) {
      const match = pattern.exec(small);
      if (match === null) break;
      const start = match.index + (/^[.!?…,;:\s]*/u.exec(match[0])?.[0].length ?? 0);
      found.push({ kind, start, end: match.index + match[0].length });
    }
  }
  return found;
}
