import type { Token } from '../tokens.ts';
import type { Phrase } from './phrase.ts';

/**
 * The auxiliaries of a main verb that headlines do without: "is open", "are expected", "is to close", "was delayed", "has been
 * delayed". Places of tokens, empty where they must stay: "was awarded a contract" would be "awarded a contract".
 */
export function silentAuxiliary(tokens: readonly Token[], verb: Phrase, next: Phrase | undefined): readonly number[] {
  const { from, head, to, verb: form } = verb;
  const first = tokens[from]!;
  if (/^(?:is|are)$/.test(first.norm)) {
    if (form?.links) return to === from + 1 && next?.kind === 'adjective' ? [from] : [];
    return head > from && (form?.passive || /ing$/.test(tokens[head]!.norm) || tokens[from + 1]?.norm === 'to')
      ? [from]
      : [];
  }
  if (!form?.passive || (next && !/^(?:preposition|infinitive|time|mark)$/.test(next.kind))) return [];
  if (/^(?:was|were)$/.test(first.norm)) return tokens[from + 1]?.pos === 'AUX' ? [] : [from];
  return /^(?:has|have)$/.test(first.norm) && tokens[from + 1]?.norm === 'been' ? [from, from + 1] : [];
}

/** Past forms that are participles too, besides those that end in "ed". */
const SAME_FORM =
  /^(?:made|held|sold|bought|lost|won|built|cut|put|set|kept|left|met|paid|led|found|sent|hit|shut|spent|told|brought|caught|taught|sought|fought|struck|laid|split)$/;
/** What makes it matter that it has been so until now. */
const UNTIL_NOW = /^(?:since|ever|never|yet|already|always|long|often|so|recently|just)$/;
const SPANS = /^(?:years?|months?|weeks?|days?|decades?|hours?|quarters?)$/;

/**
 * The "has" of a main verb that tells the same in the past: "has defended the plan". A place of a token, empty where it must
 * stay: "has run", "has sold boats since May", "has left".
 */
export function perfectAuxiliary(tokens: readonly Token[], verb: Phrase, next: Phrase | undefined): readonly number[] {
  const { from, head, verb: form } = verb;
  if (!/^(?:has|have)$/.test(tokens[from]!.norm) || head !== from + 1 || verb.to !== head + 1) return [];
  const deed = tokens[head]!;
  if (form?.passive || next?.kind !== 'noun' || deed.pos !== 'VERB') return [];
  if (!/ed$/.test(deed.norm) && !SAME_FORM.test(deed.norm)) return [];
  const lasts = tokens.some(
    ({ norm }, i) =>
      UNTIL_NOW.test(norm) || (norm === 'for' && tokens.slice(i + 1, i + 5).some((token) => SPANS.test(token.norm))),
  );
  return lasts ? [] : [from];
}
