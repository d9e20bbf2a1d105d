import type { Finding } from '../../story/furniture.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { describingAmounts } from '../../text/phrases/describing-amounts.ts';
import { isPluralNoun } from '../../text/phrases/noun-parts.ts';
import type { Token } from '../../text/tokens.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { splitsWord } from '../reading/cuts/cut.ts';
import { mayClose } from '../reading/cuts/cut-at-end.ts';
import { mayOpen } from '../reading/cuts/cut-at-start.ts';
import { mayJoin } from '../reading/cuts/cut-inside.ts';
import { isBreak } from '../reading/phrase.ts';
import { placeOf } from '../reading/place.ts';
import { isWholeClause } from '../reading/whole-clause.ts';

/** What is cut leaves a sentence behind: only whole phrases go, and no words meet that the copy does not let meet. */
export function checkJoints({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment) return [];
  const { tokens } = alignment.region;
  // Points are kept phrase by phrase; a sentence of a summary is cut, and every cut must be one that may be made.
  const whole = kind === 'keyPoint' && isWholeClause(alignment);
  return [
    ...verbForms(alignment),
    ...articles(alignment),
    ...cuts.flatMap((cut) => {
      if (whole && !splitsWord(tokens, cut)) return [];
      const allowed =
        !splitsWord(tokens, cut) &&
        (cut.before < 0
          ? mayOpen(alignment, cut)
          : cut.after < 0
            ? mayClose(alignment, cut)
            : mayJoin(alignment, cut, kind));
      if (allowed) return [];
      const words = cut.words.map(({ text }) => text).join(' ');
      const near = cut.before < 0 ? 'at the start' : `after “${tokens[cut.before]!.text}”`;
      const copy = placeOf(alignment.region, cut.first, cut.last);
      return [{ check: 'joints', message: `Without “${words}” ${near} the sentence does not hold together.`, copy }];
    }),
  ];
}

/** ", adding that" or "with Ann Lee adding that": not the participle that belongs to its noun ("a claim accusing …"). */
function isLoose({ tokens }: Alignment['region'], at: number): boolean {
  let before = at - 1;
  while (before > 0 && (tokens[before]!.pos === 'ADV' || tokens[before]!.norm === 'while')) before--;
  if (isBreak(tokens[before])) return true;
  const opener = tokens.findLastIndex(({ norm }, i) => i < at && norm === 'with');
  return opener > 0 && isBreak(tokens[opener - 1]) && !tokens.slice(opener, at).some(({ pos }) => pos === 'VERB');
}

/** "a" or "an" stays only with the words that it stood before; "a range of issues" does not become "a issues". */
function articles({ region, units, map, tokens, kept }: Alignment): Finding[] {
  return units.flatMap((unit, i) => {
    const article = tokens[unit.first - 1];
    const place = region.units[map[i] ?? -1];
    if (!place || !/^an?$/.test(article?.norm ?? '') || tokens[unit.first]!.text === '$') return [];
    // "an A320" is one word.
    if (article!.end === tokens[unit.first]!.start) return [];
    let at = place.first - 1;
    const amounts = amountsIn(region.tokens);
    // "a | controversial | review", "an | 8-billion-crown | budget": an article may lose what only describes its noun.
    while (
      at >= 0 &&
      !/^an?$/.test(region.tokens[at]!.norm) &&
      (isKept(region, kept, at) || /^(?:ADJ|ADV)$/.test(region.tokens[at]!.pos) || amounts.has(at))
    )
      at--;
    const word = tokens[unit.first]!.norm;
    const stands = at >= 0 && /^an?$/.test(region.tokens[at]!.norm);
    const sounds =
      at === place.first - 1 || (article!.norm === 'an') === /^(?:[aeio]|u(?!ni|se|su))(?!ne\b|u)/.test(word);
    return stands && sounds
      ? []
      : [{ check: 'joints', message: `“${article!.text} ${word}” is not what the copy says.` }];
  });
}

/** The tokens of a sentence that are amounts before a noun. */
const amountsIn = oncePer((tokens: readonly Token[]) => new Set(describingAmounts(tokens, 0, tokens.length).flat()));

const isKept = (region: Alignment['region'], kept: readonly boolean[], at: number): boolean =>
  region.units.some(({ first, last }, i) => kept[i] && first <= at && at <= last);

/** "adding" becomes "adds" only where its speaker stands right before it in the draft; no other verb changes its form so. */
function verbForms({ region, units, map, tokens }: Alignment): Finding[] {
  return units.flatMap((unit, i) => {
    const place = region.units[map[i] ?? -1];
    if (!unit.verb || !place?.verb || unit.verb.form === place.verb.form) return [];
    const source = region.tokens[place.first]!;
    const before = region.units[map[i - 1] ?? -1];
    const subject = before === undefined ? undefined : region.tokens[before.last]!;
    const behindSubject = subject !== undefined && /^(?:NOUN|PROPN|PRON|NUM|ADV|AUX)$/.test(subject.pos);
    const loose = place.verb.form !== 'ing' || isLoose(region, place.first);
    const plural = isPluralNoun(subject);
    const agrees = unit.verb.form === 'past' || plural === (unit.verb.form === 'base');
    const finite = unit.verb.form !== 'ing' && behindSubject && loose && agrees;
    // "Thousands told to leave" were told; "Opponents" at the start of a sentence may be many or a firm.
    const passive = source.norm === 'told' && region.tokens[place.last + 1]?.norm === 'to';
    const unsure =
      subject?.pos === 'PROPN' && before?.last === 0 && /s$/.test(subject.norm) && unit.verb.form !== 'past';
    if (finite && !passive && !unsure) return [];
    return [{ check: 'joints', message: `“${source.text}” cannot become “${tokens[unit.first]!.text}” here.` }];
  });
}
