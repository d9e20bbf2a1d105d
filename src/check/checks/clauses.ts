import type { Finding } from '../../story/furniture.ts';
import { range } from '../../text/range.ts';
import type { Token } from '../../text/tokens.ts';
import type { Checked } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { isBreak, isTime } from '../reading/phrase.ts';
import { isWholeClause } from '../reading/whole-clause.ts';

const RELATIVE = /^(?:who|which|whose|whom)$/;
const OPENER = /^(?:who|which|whose|whom|when|where|while|whether|because|although|though|if)$/;
/** What may follow a cue without being what is said: "said on Sunday", "told reporters after the count". */
const ADVERBIAL =
  /^(?:on|in|at|before|after|as|during|to|late|early|when|while|with|by|for|from|of|through|via|yesterday|today|last|this|earlier|later|again)$/;

/** What is left after cuts still says something: each clause has its verb, and each cue what was said. */
export function checkClauses({ alignment, cuts, kind }: Checked): Finding[] {
  if (!alignment || alignment.region.part === 'headline' || cuts.length === 0) return [];
  const found: Finding[] = [];
  const isLabel = kind === 'displayHeadline' || kind === 'keyPointsTitle';
  if (!isLabel && !(kind === 'keyPoint' && isWholeClause(alignment))) {
    const copula =
      kind === 'keyPoint' && cuts.some(({ words }) => words.length === 1 && /^(?:is|are)$/.test(words[0]!.norm));
    const { whole, finite } = verbsOf(alignment);
    // "Data open to anyone" does without its "are"; "the contract worth millions and includes" does not.
    if (copula ? finite : !whole) found.push(finding('A clause that it opens has lost its verb.'));
    if (opensOnVerb(alignment)) found.push(finding('The verb has lost its subject.'));
    if (partsSubject(alignment)) found.push(finding('A comma parts the subject from its verb.'));
  }
  return [...found, ...emptyCues(alignment), ...emptyAttribution(alignment)];
}

const finding = (message: string): Finding => ({ check: 'clauses', message });

type Kept = { readonly token: Token; readonly at: number };

/** As many finite verbs as clauses, and one of them outside the relative clauses. */
function verbsOf({ region, keptTokens, units, map, tokens: written }: Alignment): { whole: boolean; finite: boolean } {
  const kept = region.tokens.flatMap((token, at): Kept[] => (keptTokens[at] ? [{ token, at }] : []));
  const rewritten = new Set(
    units.flatMap((unit, i) => {
      const place = region.units[map[i] ?? -1];
      const changed =
        place && unit.verb && place.verb && unit.verb.form !== 'ing' && unit.verb.form !== place.verb.form;
      return changed && written[unit.first] ? [place.first] : [];
    }),
  );
  let openers = 0;
  let verbs = 0;
  let main = 0;
  let relative = false;
  for (const [k, { token, at }] of kept.entries()) {
    if (isBreak(region.tokens[at - 1])) relative = false;
    if (RELATIVE.test(token.norm)) relative = true;
    if (OPENER.test(token.norm) || (token.norm === 'that' && token.pos !== 'DET')) openers++;
    if (!rewritten.has(at) && !isFiniteVerb(kept, k)) continue;
    verbs++;
    if (!relative) main++;
  }
  const joined = kept.some(({ token }) => token.norm === 'and' || token.norm === 'or');
  return { whole: verbs > openers && (main > 0 || !joined), finite: verbs > 0 };
}

/** The first verb of a group that is neither an infinitive nor a participle behind its noun ("shared by two countries"). */
function isFiniteVerb(kept: readonly Kept[], k: number): boolean {
  const { token } = kept[k]!;
  if (token.pos !== 'VERB' && token.pos !== 'AUX') return false;
  if (/^(?:be|been|being)$/.test(token.norm)) return false;
  let p = k - 1;
  while (p >= 0 && (kept[p]!.token.pos === 'ADV' || /^(?:not|n't|n’t)$/.test(kept[p]!.token.norm))) p--;
  const before = kept[p]?.token;
  if (before?.pos === 'AUX' || before?.norm === 'to') return false;
  if (token.pos === 'AUX') return true;
  if (/ing$/.test(token.norm)) return false;
  const next = kept[k + 1]?.token;
  if (/(?:ed|en|wn|ne)$/.test(token.norm) && next?.norm === 'by') return false;
  const open = before === undefined || /^(?:DET|ADJ|ADP|CCONJ|NUM)$/.test(before.pos);
  return !(open && /(?:ed|en)$/.test(token.norm) && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? ''));
}

/** "The government says | would reach 212,000 carers". */
function opensOnVerb({ region: { tokens }, keptTokens }: Alignment): boolean {
  const first = keptTokens.indexOf(true);
  const token = tokens[first];
  return (
    first > 0 &&
    token !== undefined &&
    (token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ing|ed|en)$/.test(token.norm)))
  );
}

/** "Tam Reddick, lowered a rope": the comma closed what was cut in front. */
function partsSubject({ draft, units, map, region, tokens: written }: Alignment): boolean {
  const commas = [...draft.text.matchAll(/,/g)].map(({ index }) => index);
  const [comma] = commas;
  if (comma === undefined) return false;
  const k = units.findIndex((unit) => written[unit.first]!.start > comma);
  const next = region.units[map[k] ?? -1];
  if (k < 1 || k > 4 || !next) return false;
  const { pos, norm } = region.tokens[next.first]!;
  const finite = pos === 'AUX' || (pos === 'VERB' && !/ing$/.test(norm));
  const verbBefore = map
    .slice(0, k)
    .some((place) => /^(?:VERB|AUX)$/.test(region.tokens[region.units[place]?.first ?? -1]?.pos ?? ''));
  return finite && !verbBefore;
}

/** "Forecasters said on Sunday, as they raised their warning": an attribution of the draft's own to which nothing belongs. */
function emptyAttribution({ attribution, region: { tokens }, keptTokens }: Alignment): Finding[] {
  if (!attribution) return [];
  const words = tokens.filter(({ text }, i) => keptTokens[i] && /[\p{L}\p{N}]/u.test(text));
  const first = words[0];
  const nothing =
    !first || words.length < 3 || isTime(words) || /^(?:on|as|after|before|during|late|early)$/.test(first.norm);
  return nothing ? [finding(`Nothing is left of what “${attribution.name}” says.`)] : [];
}

/** "The company said on Sunday.", "Grange tells a news conference", "says would reach": a cue whose words are gone. */
function emptyCues({ region, keptTokens }: Alignment): Finding[] {
  const { tokens, reported } = region;
  const cues = [...new Set(reported.map(({ cue }) => cue))].filter(
    (cue) => keptTokens[cue] && /\p{L}/u.test(tokens[cue]!.text),
  );
  return cues.flatMap((cue) => {
    const own = reported.filter((stretch) => stretch.cue === cue);
    if (tokens[cue]!.norm === 'according') return [];
    const said = own.some(({ from, to, speaker }) => {
      const places = range(from, to + 1).filter(
        (i) => keptTokens[i] && !(speaker && i >= speaker[0] && i <= speaker[1]),
      );
      const words = places.map((i) => tokens[i]!).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
      if (to < cue) return words.length > 1;
      return saysSomething(words, own[0]!.base) || isDoneTo(words, tokens[cue + 1], own[0]!.base);
    });
    return said ? [] : [finding(`Nothing is left of what “${tokens[cue]!.text}” reports.`)];
  });
}

/** "dismissed the | complaint": a deed, told whole with its object. */
const isDoneTo = (words: readonly Token[], next: Token | undefined, base: string): boolean =>
  words.length === 1 &&
  words[0]!.pos === 'NOUN' &&
  next?.pos === 'DET' &&
  /^(?:dismiss|reject|welcome|condemn|criticise|criticize|praise|deny|accept|defend)$/.test(base);

function saysSomething(all: readonly Token[], base: string): boolean {
  // "insisted | Thursday during a tour": when it was is nothing said.
  const start = all.findIndex((word) => !isTime([word]));
  const words = start > 0 && /^(?:in|on|at|during|after|before)$/.test(all[start]!.norm) ? all.slice(start) : all;
  const [first] = words;
  if (!first || words.length < 2 || isTime(words)) return false;
  const says = base === 'say' || base === 'tell';
  if (first.norm !== 'that' && (ADVERBIAL.test(first.norm) || first.pos === 'AUX'))
    return !says && words.length > 2 && words === all;
  if (!says) return true;
  return words.some(({ pos, norm }, i) => pos === 'AUX' || (pos === 'VERB' && i > 0 && !/ing$/.test(norm)));
}
