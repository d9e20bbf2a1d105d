import type { Item } from './quote-scene.ts';
import type { Phrase } from './speaker-phrase.ts';

/** How far in front of a verb a word that turns it round may stand. */
const REACH = 6;
const DENIES = /^(?:not|n't|never|hardly|(?:refus|declin|fail|stopp|ceas)(?:e|es|ed|s|ing)?|refrain(?:s|ed)?)$/u;
const NOBODY = /^(?:nobody|no|none|neither)$/u;

/** "did not say", "never said", "refused to say", "nobody said": no words of theirs follow. */
export function isDenied(items: readonly Item[], at: number, speaker: Phrase): boolean {
  for (let k = at - 1; k > speaker.to && at - k <= REACH; k--) {
    const { norm, pos } = items[k]!;
    if (DENIES.test(norm)) return true;
    if (!/^(?:ADV|AUX|PART|VERB)$/u.test(pos)) break;
  }
  const near = items.slice(Math.max(0, speaker.from - 3), speaker.to + 1);
  return near.some(({ norm }) => NOBODY.test(norm)) && speaker.to < at;
}
