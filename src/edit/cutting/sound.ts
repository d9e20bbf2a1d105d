import type { Token } from '../../text/tokens.ts';
import { ARTICLES, WEEKDAYS } from '../../text/words/function-words.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import type { Shortened } from './compress.ts';

/** Verbs that have told all when they end a sentence. */
const COMPLETE =
  /^(?:die|resign|rise|fall|win|lose|grow|collapse|fail|end|begin|start|close|open|survive|escape|recover|surge|slump|drop|climb|retire|return|increase|decrease|soar|plunge|tumble|jump|crash|sink|ease|improve|widen|narrow|double|triple|halve|disappear|vanish|explode)$/;
/** What these nouns are about stands behind them: "the controversy | over the plan". */
const WANTS_MORE =
  /^(?:call|demand|need|plan|bid|proposal|support|reason|case|meeting|talk|deal|agreement|link|contact|controversy|concern|dispute|row|control|attack|decision|ruling|limit|pressure|moratorium|focus|impact|effect|inquiry|investigation|probe|fear|doubt|question|information|campaign|complaint|charge|role|part|interest|belief|confidence|idea|look|kind|sort|type|form|group|feeling|nervousness|obstacle|notice|response|reaction|answer|access|return|visit|right|chance|way|attempt|effort|position|argument|claim|warning|offer|request|order|choice|matter|issue|problem|difference|share|stake|work|use|piece|batch|series|range|number|string|list|rest|side|end|scheme|speculation|news|comment|letter|report|step|move|success|hope|fight|battle|gap|shift|change|trend|restructuring|expert|lack|view|tandem|policie|commitment|conjunction|addition|relationship|defendant|member|party|example|symbol|admission|consolation|market|period|area|thing|recovery|fan|proportion|halfway|story)s?$/;
const TIME = new Set<string>([...WEEKDAYS, ...'yesterday today tonight last late early earlier this'.split(' ')]);
const OPENS_ADVERBIAL =
  /^(?:after|when|while|because|before|amid|despite|since|although|though|as|until|during|following|where)$/;
/** "There are growing fears", "News came as …": little is told before the rest comes. */
const EMPTY = /^(?:there|here|news|it|this|that|move|comments?|remarks?|also|another|whoever|whatever)$/;

/**
 * Whether a short form of a clause reads as if somebody had written it so: it ends where the clause ends or where a phrase of
 * its own begins, its subject is whole, and inside it nothing went but asides, times, roles and what only describes. Others may
 * be proved as well, and are shown only where nothing better is.
 */
export function isSound({ clause, keep }: Pick<Shortened, 'clause' | 'keep'>): boolean {
  const { tokens } = clause.sentence;
  const kept = keep.map((at) => tokens[at]!);
  return (
    !partsSubject(kept) &&
    !beginsOnDeed(kept) &&
    !isDoneToNobody(kept) &&
    !kept.some(({ pos, norm }) => pos === 'PRON' && /^(?:this|these|those)$/.test(norm)) &&
    !EMPTY.test(kept.find(({ norm }) => !ARTICLES.has(norm))?.norm ?? '') &&
    beginsWhole(clause, tokens, keep) &&
    endsWhole(clause, keep, kept) &&
    keep.every((at, k) => k === 0 || keep[k - 1] === at - 1 || mayGo(clause, keep[k - 1]! + 1, at))
  );
}

/** "Chen Lu, was arrested": one comma stands between the subject and its verb. */
function partsSubject(kept: readonly Token[]): boolean {
  const verb = kept.findIndex(isFiniteVerb);
  return (
    kept.slice(0, Math.max(0, verb)).filter(({ text }) => text === ',').length === 1 && kept[verb - 1]?.text === ','
  );
}

/** Whether some words begin with a deed that nobody does: "Formally marking the day …". */
export function beginsOnDeed(kept: readonly Token[]): boolean {
  const at = kept.findIndex(({ pos }) => pos !== 'ADV');
  const first = kept[at];
  // "Selling the yard costs jobs" has a verb of its own.
  return first?.pos === 'VERB' && /ing$/.test(first.norm) && (at > 0 || !kept.some(isFiniteVerb));
}

/** "Carers welcomed it": what is done to is not in it. */
function isDoneToNobody(kept: readonly Token[]): boolean {
  const verb = kept.findIndex(isFiniteVerb);
  return verb >= 0 && kept.slice(verb + 1, verb + 3).some(({ norm }) => /^(?:it|them|him)$/.test(norm));
}

/** The first kept word opens the sentence or stands behind a mark, a conjunction, a speaker or the role of a person. */
function beginsWhole({ from }: Shortened['clause'], tokens: readonly Token[], [first = 0]: readonly number[]): boolean {
  let at = first;
  while (at > from && ARTICLES.has(tokens[at - 1]!.norm)) at--;
  if (at === from) return true;
  const front = tokens.slice(from, at);
  // "Kevin Lund, | 28, broke down": the subject is gone.
  const leadsUp = /^(?:ADP|SCONJ|ADV|CCONJ)$/.test(front[0]!.pos) || front.some(isFiniteVerb) || isMark(front[0]);
  return (
    (isMark(front.at(-1)) && leadsUp && tokens[first]!.pos !== 'NUM') ||
    front.every(({ pos }) => /^(?:ADV|CCONJ|ADJ|DET)$/.test(pos)) ||
    (tokens[first]!.pos === 'PROPN' && front.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|DET|ADP)$/.test(pos)))
  );
}

const MARKS = new Set([...',;:()–—.!?"“”', '--', "''"]);
const isMark = (token: Token | undefined): boolean => token !== undefined && MARKS.has(token.text);
const isFiniteVerb = ({ pos, norm }: Token): boolean =>
  (pos === 'VERB' || pos === 'AUX') && !norm.endsWith('ing') && norm !== 'be' && norm !== 'been';

function endsWhole(
  { sentence: { tokens }, written }: Shortened['clause'],
  keep: readonly number[],
  kept: readonly Token[],
): boolean {
  const at = keep.at(-1)!;
  const last = tokens[at]!;
  const next = tokens[at + 1];
  const verb = kept.findLastIndex(isFiniteVerb);
  if (last.pos === 'PRON' && !/sel(?:f|ves)$/.test(last.norm)) return false;
  if (
    (written.size === 0 && !hasMainVerb(kept)) ||
    (last.pos === 'ADV' && /^(?:AUX|VERB)$/.test(kept.at(-2)?.pos ?? ''))
  )
    return false;
  // A quoted word that is cut off from the noun it describes: "for sending “offensive”".
  if (/^["“”]$/.test(last.text) && kept.at(-2)?.pos === 'ADJ' && next && !isMark(next)) return false;
  // "the $110m | (£57m) project"
  const close = next?.text === '(' ? tokens.findIndex(({ text }, i) => i > at && text === ')') : -1;
  if (close > 0 && /^(?:NOUN|PROPN)$/.test(tokens[close + 1]?.pos ?? '')) return false;
  const done = !next || isMark(next);
  if (last.pos === 'VERB') {
    const whole = isPassive(kept) || (COMPLETE.test(last.lemma) && !/^(?:ADP|PART)$/.test(next?.pos ?? ''));
    return whole && (done || isPassive(kept) || isAdverbial(tokens, at + 1));
  }
  if (done) return true;
  if (isAdverbial(tokens, at + 1)) return true;
  // "cut its rate | and raised its forecast", "sold the yard | and the dock".
  if (next.pos === 'CCONJ')
    return (
      isFiniteVerb(tokens[at + 2] ?? next) || (tokens[at + 2]?.pos === 'ADV' && isFiniteVerb(tokens[at + 3] ?? next))
    );
  if (next.pos === 'ADV')
    return !/(?:er|more|less)$/.test(next.norm) && !/^(?:NOUN|PROPN|NUM)$/.test(tokens[at + 2]?.pos ?? '');
  if (!/^(?:NOUN|PROPN|NUM|SYM)$/.test(last.pos)) return false;
  if (last.pos === 'NOUN' && WANTS_MORE.test(last.norm)) return false;
  const told = kept.slice(verb + 1).some(({ pos }) => /^(?:NOUN|PROPN|NUM|ADJ)$/.test(pos));
  if (next.pos === 'ADP') return told && !/^(?:of|to|than|as|like|between|into|about|from)$/.test(next.norm);
  if (next.pos === 'VERB') return told && /(?:ed|en|wn|lt|de)$/.test(next.norm);
  return false;
}

const OPENS_CLAUSE = new Set(
  'before after when while because if since although though whom who which what whose'.split(' '),
);

/** A verb that is told of the subject: not "Morsi, Egypt's first freely elected leader" nor "Output, estimated at 15 tonnes". */
export function hasMainVerb(kept: readonly Token[]): boolean {
  let relative = false;
  let aside = false;
  return kept.some((token, k) => {
    if (token.text === '(' || token.text === '[') aside = true;
    if (token.text === ')' || token.text === ']') aside = false;
    // "A month before he died": a clause of time has a verb, the point has none.
    if (OPENS_CLAUSE.has(token.norm) || (token.norm === 'that' && kept[k - 1]?.pos === 'NOUN')) relative = true;
    if (!isFiniteVerb(token) || k === 0 || aside || /^\p{Lu}/u.test(token.text)) return false;
    if (relative) {
      // The first verb is the relative clause's own; a later one is not.
      if (!isFiniteVerb(kept[k + 1] ?? token) || kept[k + 1] === undefined) relative = false;
      return false;
    }
    // "Duggan pictured in action", "Lund taken to hospital": no verb without its auxiliary.
    const helped = kept.slice(Math.max(0, k - 3), k).some(({ pos }) => pos === 'AUX');
    if (
      token.pos === 'VERB' &&
      !helped &&
      /^(?:pictured|\p{L}+(?:en|wn|rn))$/u.test(token.norm) &&
      !/^(?:open|happen|listen|own|turn|learn|warn|return|earn|burn|widen|threaten|strengthen|weaken|frighten|tighten|broaden|deepen|worsen)$/.test(
        token.norm,
      )
    )
      return false;
    if (
      token.pos === 'VERB' &&
      !helped &&
      (/^(?:named|called|based|located|owned)$/.test(token.norm) ||
        (/ed$/.test(token.norm) && kept[k + 1]?.norm === 'by'))
    )
      return false;
    if (token.pos === 'AUX' || !/(?:ed|en|wn|lt|de|rn)$/.test(token.norm)) return true;
    const before = kept[k - 1]!;
    if (/^(?:NOUN|PROPN|ADJ)$/.test(kept[k + 1]?.pos ?? '') && /^(?:ADV|ADJ|DET|ADP|PART|PUNCT|NUM)$/.test(before.pos))
      return false;
    if (before.text === '-') return false;
    const open = kept.findLastIndex((other, i) => i < k && other.text === ',');
    return !(open >= 0 && kept.slice(open + 1, k).every(({ pos }) => pos === 'ADV') && kept[k + 1]?.pos === 'ADP');
  });
}

const isAdverbial = (tokens: readonly Token[], at: number): boolean => {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return true;
  if (OPENS_ADVERBIAL.test(first.norm) || TIME.has(first.norm)) return true;
  return (
    /^(?:on|in|at|by|late|early)$/.test(first.norm) &&
    (TIME.has(second?.norm ?? '') || /^(?:19|20)\d\d$/.test(second?.text ?? ''))
  );
};

const isPassive = (kept: readonly Token[]): boolean =>
  /(?:ed|en|wn|lt|de|t|d)$/.test(kept.at(-1)!.norm) &&
  kept.slice(-4, -1).some(({ norm }) => /^(?:is|are|was|were|be|been|being)$/.test(norm));

/** What may go from the inside unseen: asides, adverbs, times, adjectives, "that", and what stands before a name. */
function mayGo({ sentence: { tokens }, skipped }: Shortened['clause'], from: number, to: number): boolean {
  const gone = tokens.slice(from, to).filter(({ norm }, i) => !ARTICLES.has(norm) && !skipped.has(from + i));
  const after = tokens[to]!;
  if (gone.length === 0) return true;
  if (gone.every(({ pos }) => /^(?:ADV|ADJ|PUNCT)$/.test(pos))) return true;
  if (
    gone.every(
      ({ norm }) => TIME.has(norm) || /^(?:on|week|month|year|night|morning|afternoon|evening|that)$/.test(norm),
    )
  )
    return true;
  if (gone.length === 1 && gone[0]!.pos === 'AUX') return true;
  if (gone.every(({ text }) => isLegalForm(text))) return true;
  // An aside; behind it goes on the sentence, not the list that it stands in.
  if (isMark(gone[0]) && gone.length > 1)
    return isFiniteVerb(after) || (isMark(gone.at(-1)) && /^(?:ADP|SCONJ|ADV|PUNCT|PART)$/.test(after.pos));
  return after.pos === 'PROPN' && gone.every(({ pos }) => /^(?:NOUN|PROPN|ADJ|ADP|DET)$/.test(pos));
}
