import type { Span } from '../../story/span.ts';
import type { Reported } from '../../story/speech/reported.ts';
import { calledIn } from '../../story/who/people.ts';
import type { StandIn } from '../../story/who/stand-ins.ts';
import { readClause } from '../../text/needs/read-clause.ts';
import { range } from '../../text/range.ts';
import type { Token } from '../../text/tokens.ts';
import { FIRST_AND_SECOND_PERSON } from '../../text/words/function-words.ts';
import { pastOf, presentOf, reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { SentenceView, StoryView } from '../story-view.ts';
import { mayBeShifted } from './backshift.ts';
import { skipFront, trimEnd } from './clause-edges.ts';
import { isHalfName, isPlural, placeOfName, type Said, saidBy } from './clause-speaker.ts';
import { finiteVerb } from './finite-verb.ts';
import { relativesIn } from './relatives.ts';

/**
 * A stretch of a sentence that can stand by itself: tokens `from` to `to` (exclusive). `said` must be written with it.
 * `written` replaces single tokens (a reporting verb in another tense). `skipped` are tokens inside it that do not belong.
 */
export type Clause = {
  readonly sentence: SentenceView;
  readonly from: number;
  readonly to: number;
  /** The place of the finite verb. */
  readonly verb: number;
  readonly said: Said | null;
  readonly written: ReadonlyMap<number, string>;
  readonly skipped: ReadonlySet<number>;
  /** Where the copy writes the names in full that stand for pronouns of the clause. */
  readonly sources: readonly Span[];
};

const NONE: ReadonlySet<number> = new Set();
/** Of the verbs that carry a claim, those that stay the same claim when a participle becomes finite ("accusing" -> "accuses"). */
const PARTICIPLES: ReadonlySet<string> = new Set(
  'accuse acknowledge warn describe call criticise urge blame praise condemn pledge promise vow demand predict argue insist'.split(
    ' ',
  ),
);

/** "Sources | in Bonn": the noun that says who speaks. */
function headOf(tokens: readonly Token[], [from, to]: readonly [number, number]): Token | undefined {
  const behind = tokens.findIndex(({ pos, norm }, i) => i > from && i <= to && pos === 'ADP' && norm !== 'of');
  return tokens[behind > 0 ? behind - 1 : to];
}

/** The clauses of a sentence that could be told by themselves, the plainest first. `tense` is that of the reporting verbs. */
export function clausesOf(sentence: SentenceView, story: StoryView, tense: 'present' | 'past'): readonly Clause[] {
  const known = found[tense].get(sentence);
  if (known) return known;
  const made = findClauses(sentence, story, tense);
  found[tense].set(sentence, made);
  return made;
}

/** Every writer asks for the same sentences. */
const found = { present: new WeakMap<SentenceView, Clause[]>(), past: new WeakMap<SentenceView, Clause[]>() };

function findClauses(sentence: SentenceView, story: StoryView, tense: 'present' | 'past'): Clause[] {
  const { tokens, reported, rewritten = [] } = sentence;
  const own = rewritten.map((at) => [at, tokens[at]!.text] as const);
  const found: Clause[] = [];
  const add = (
    from: number,
    to: number,
    { content, ...more }: Partial<Pick<Clause, 'said' | 'written' | 'skipped'>> & { content?: number } = {},
  ) => {
    const start = skipFront(tokens, from, to);
    const end = trimEnd(tokens, start, to);
    const finite = finiteVerb(tokens, start, end, more.skipped ?? NONE);
    // Headlines do without a finite verb: "Rubio open to talks".
    // What is said must reach its own verb; "notes the protest" has none and needs none.
    const inner = content === undefined ? -1 : finiteVerb(tokens, content, end);
    const verb =
      sentence.part === 'headline'
        ? start + 1
        : inner > 0
          ? inner
          : finite < 0 && content !== undefined
            ? content - 1
            : finite;
    // "Cut were its senior debt": the words are turned round.
    const turned =
      tokens[start]?.pos === 'VERB' && tokens[start + 1]?.pos === 'AUX' && /(?:ed|en|t)$/.test(tokens[start]!.norm);
    if (turned) return;
    // What the first look takes for a verb misses some: "Ask Jeeves has become …".
    if (verb <= start && (content !== undefined || readClause(tokens, start, end) === null)) return;
    const plain = {
      sentence,
      from: start,
      to: end,
      verb: Math.max(verb, start + 1),
      said: null,
      skipped: NONE,
      sources: [],
    };
    found.push(withName({ ...plain, ...more, written: new Map([...own, ...(more.written ?? [])]) }, story));
  };
  // "says the pier was a danger" would be one no more: there "said" stays.
  const isShifted = (from: number, to: number): boolean => {
    const verb = finiteVerb(tokens, from, to);
    return verb > 0 && !sentence.quoted[verb] && mayBeShifted(tokens, verb);
  };
  const saying = (cue: Reported, from: number, to: number): Said | null => {
    const said = saidBy(cue, sentence, story, tense);
    const isPast = reportingVerb(tokens[cue.cue]!.norm)?.form === 'past';
    return said && tense === 'present' && isPast && isShifted(from, to)
      ? { ...said, verb: pastOf(cue.plain ? 'say' : cue.base) }
      : said;
  };
  // "noted the change of the slogan, “Make it so”": the verb is that of the quotation.
  const endOfWords = ({ cue }: Reported): number => {
    const mark = tokens.findIndex(({ text }, i) => i > cue + 1 && /^["“]$/.test(text));
    return mark < 0 ? tokens.length : mark;
  };
  // "Rubio emphasizes that …" says no more than "Rubio says …" does; "notes the protest" keeps its verb.
  const speech = (cue: Reported) => {
    const tells =
      cue.plain && (tokens[cue.cue + 1]?.norm === 'that' || finiteVerb(tokens, cue.cue + 1, endOfWords(cue)) > 0);
    const base = tells && cue.base !== 'tell' ? 'say' : cue.base;
    const last = cue.speaker ? headOf(tokens, cue.speaker) : undefined;
    if (tense === 'past') return pastOf(cue.base);
    return last && isPlural(last) ? base : presentOf(base);
  };
  for (const cue of reported) {
    if (tokens[cue.cue]!.norm === 'according' || tokens[cue.cue]!.text === ':') {
      const said = saidBy(cue, sentence, story, tense);
      if (said) add(cue.from, cue.to + 1, { said });
      continue;
    }
    if (cue.from > cue.cue) {
      // "The state resisted calls for it, saying …": what stands before is the reporter's.
      if (/ing$/.test(tokens[cue.cue]!.norm) && tokens[cue.cue - 1]?.text === ',' && reported[0] === cue)
        add(0, cue.cue - 1);
      const end = endOfSpeech(cue, sentence);
      // "told the agency that …": what is said begins behind the one who is told.
      const content = cue.base === 'tell' ? behindListener(tokens, cue.cue, end) : cue.from;
      if (content === null) continue;
      // "pointed out that": the verb has a particle.
      if (/^(?:out|on|up|in)$/.test(tokens[cue.cue + 1]?.norm ?? '') && tokens[cue.cue + 2]?.norm === 'that') continue;
      const said = saying(cue, content, end);
      if (said && cue.plain && tense === 'present' && !addsOnly(tokens, cue))
        add(skipThat(tokens, content), end, { said });
      const named = cue.speaker && (isNamed(tokens, cue.speaker) || standInAt(sentence, cue.speaker[0], story));
      if (!cue.speaker || !named || isHalfName(tokens, cue.speaker) || tokens[cue.cue + 1]?.text === ',') continue;
      if (/ing$/.test(tokens[cue.cue]!.norm) && !cue.plain && !PARTICIPLES.has(cue.base)) continue;
      // In sentences a finite verb stays as it is; a participle becomes finite behind its speaker.
      const finite = !/ing$/.test(tokens[cue.cue]!.norm);
      // "has complained" stays so: a perfect is no present.
      const perfect = tokens.slice(cue.speaker[1] + 1, cue.cue).some(({ pos }) => pos === 'AUX');
      // So does one that carries a claim: "agreed in 2003" is no present, and "the figures revealed by …" report nothing.
      const keeps =
        finite &&
        (tense === 'past' ||
          !cue.plain ||
          isDoubtful(tokens, cue) ||
          addsOnly(tokens, cue) ||
          isShifted(cue.cue + 1, end));
      const rewrite = keeps || perfect ? {} : inPlace(cue, sentence, speech(cue));
      add(cue.speaker[0], end, { ...rewrite, content: cue.cue + 1 });
    } else {
      // "…, Ann Lee, head of the board, said": what is said ends before both.
      const end = Math.min(...[cue.cue, cue.role?.[0], cue.speaker?.[0]].filter((at) => at !== undefined));
      const said = saying(cue, cue.from, end);
      if (said) add(cue.from, end, { said });
    }
  }
  for (const { from, to, opener } of relativesIn(tokens)) add(from, to, { skipped: new Set([opener - 1, opener]) });
  if (reported.length === 0) {
    // "Specifics: Applicants must be tall": a label is no part of the sentence.
    const label = tokens.findIndex(({ text }, i) => i < 4 && text === ':');
    if (label > 0) add(label + 1, tokens.length);
    for (const [from, to] of innerClauses(tokens)) add(from, to);
    const first = skipFront(tokens, 0, tokens.length);
    const deed = finiteVerb(tokens, first, tokens.length);
    const next = deed < 0 ? -1 : secondDeed(tokens, deed);
    if (next > 0) add(first, tokens.length, { skipped: new Set(range(deed, next)) });
  }
  if (reported.length === 0) {
    const reporters = tokens.some(({ text }, i) => !sentence.quoted[i] && /[\p{L}\p{N}]/u.test(text));
    if (reporters) add(0, tokens.length);
    else found.push(...quotedClauses(sentence, story, tense));
  } else if (!endsOnCue(sentence)) {
    // "resisted calls", "the proposed deal": what looks like a cue may be none, and a cue may stay as it is.
    add(0, tokens.length);
  }
  return found;
}

/** The clause with the name written where it begins with a pronoun that certainly means somebody. */
function withName(clause: Clause, story: StoryView): Clause {
  const standIn = standInAt(clause.sentence, clause.from, story);
  if (!standIn) return clause;
  const written = new Map(clause.written).set(clause.from, standIn.name);
  return { ...clause, written, sources: [standIn.source] };
}

/** The name of whom the pronoun at a place means; none of somebody who has no name. */
function standInAt({ part, tokens }: SentenceView, at: number, { standIns }: StoryView): StandIn | undefined {
  const found = part === 'text' ? standIns.get(tokens[at]?.start ?? -1) : undefined;
  return found?.isRole ? undefined : found;
}

/** "…, the bank said.": whatever is kept of it wants its speaker. */
const endsOnCue = ({ tokens, reported }: SentenceView): boolean => {
  const last = trimEnd(tokens, 0, tokens.length) - 1;
  return reported.some(({ cue, speaker, from }) => from < cue && Math.max(cue, speaker?.[1] ?? 0) >= last - 3);
};

/** The verb of a second deed of the same subject ("cut its rate and raised its forecast"); -1 when there is none. */
function secondDeed(tokens: readonly Token[], deed: number): number {
  for (let i = deed + 2; i < tokens.length - 2 && tokens[i]!.text !== ';'; i++) {
    if (tokens[i]!.pos === 'AUX' || tokens[i]!.norm === 'to' || tokens[i]!.norm === 'that') return -1;
    if (tokens[i]!.pos === 'VERB' && !/ing$/.test(tokens[i]!.norm))
      return /^(?:and|but)$/.test(tokens[i - 1]!.norm) ? i : -1;
  }
  return -1;
}

/** Behind these and a comma a clause tells something of its own, as surely as the one before it. */
const TURNS = /^(?:and|but|while|although|though|because|after|when)$/;

/** "…, and the bank closed its doors": clauses behind a comma or a semicolon that have a subject of their own. */
function innerClauses(tokens: readonly Token[]): (readonly [number, number])[] {
  const starts = tokens.flatMap(({ text }, i) => {
    const turn = text === ';' ? i : text === ',' && TURNS.test(tokens[i + 1]?.norm ?? '') ? i + 1 : -1;
    const subject = tokens[turn + 1];
    if (turn < 0 || !subject || !/^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(subject.pos)) return [];
    const comma = tokens.findIndex((token, k) => k > turn && token.text === ',');
    return finiteVerb(tokens, turn + 1, comma < 0 ? tokens.length : comma) < 0 ? [] : [turn + 1];
  });
  return starts.map((start, k) => [start, starts[k + 1] === undefined ? tokens.length : starts[k + 1]! - 2] as const);
}

/** A whole sentence inside quotation marks whose speaker the record knows, and that does not speak in the first person. */
function quotedClauses(sentence: SentenceView, story: StoryView, tense: 'present' | 'past'): Clause[] {
  const { tokens } = sentence;
  const quotation = story.quotations.find(({ start, end }) => start <= sentence.start + 1 && sentence.end <= end + 2);
  if (
    !quotation?.name ||
    !quotation.speaker ||
    tokens.some(({ text }) => /^(?:--|—|–|;)$/.test(text)) ||
    tokens.some((token) => FIRST_AND_SECOND_PERSON.has(token.norm) && token.text !== 'US')
  )
    return [];
  const from = skipFront(tokens, 0, tokens.length);
  const to = trimEnd(tokens, from, tokens.length);
  const verb = finiteVerb(tokens, from, to);
  if (verb <= from) return [];
  const { start, end } = quotation.speaker;
  const places = [{ start, end }, ...placeOfName(quotation.name, story)];
  const said = { name: calledIn(story.copy.text, quotation.name), verb: tense === 'present' ? 'says' : 'said', places };
  return [{ sentence, from, to, verb, said, written: new Map(), skipped: NONE, sources: [] }];
}

function inPlace(cue: Reported, sentence: SentenceView, verb: string): Pick<Clause, 'written' | 'skipped'> {
  const skipped = new Set<number>();
  for (let i = cue.speaker![1] + 1; i < cue.cue; i++) skipped.add(i);
  return { written: new Map([[cue.cue, written(sentence.tokens[cue.cue]!, verb)]]), skipped };
}

/** "Democrats found": a name that may stand for many, whose verb would be made that of one. */
const isDoubtful = (tokens: readonly Token[], { speaker }: Reported): boolean =>
  tokens[speaker?.[1] ?? -1]?.pos === 'PROPN' && /s$/.test(tokens[speaker![1]]!.norm);

/** "Daiwa added 5%", "the couple announced their engagement": a deed, not words. */
const addsOnly = (tokens: readonly Token[], { cue, base }: Reported): boolean =>
  !/^(?:say|tell|note)$/.test(base) &&
  tokens[cue + 1]?.norm !== 'that' &&
  finiteVerb(tokens, cue + 1, tokens.length) < 0;

const written = (token: Token, verb: string): string =>
  /^\p{Lu}/u.test(token.text) ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb;

const isNamed = (tokens: readonly Token[], [from, to]: readonly [number, number]): boolean =>
  tokens.slice(from, to + 1).some(({ pos }) => pos === 'PROPN' || pos === 'NOUN');

/** Reported speech ends where the sentence turns to the next cue, behind a comma. */
function endOfSpeech(cue: Reported, { tokens, reported }: SentenceView): number {
  const next = reported.find((other) => other.cue > cue.cue && other.from > cue.cue);
  const limit = next ? (next.speaker && next.speaker[0] > cue.cue ? next.speaker[0] : next.cue) : cue.to + 1;
  if (!next) return limit;
  const comma = tokens.findLastIndex(({ text }, i) => i < limit && i > cue.from && text === ',');
  return comma > cue.from ? comma : cue.to + 1;
}

function behindListener(tokens: readonly Token[], cue: number, end: number): number | null {
  const that = tokens.findIndex(({ norm }, i) => i > cue && i < Math.min(end, cue + 12) && /^(?:that|:)$/.test(norm));
  const verb = tokens.findIndex(({ pos }, i) => i > cue && (pos === 'VERB' || pos === 'AUX'));
  return that > 0 && (verb < 0 || that < verb) ? that : null;
}

const skipThat = (tokens: readonly Token[], at: number): number =>
  /^(?:that|:|,)$/.test(tokens[at]?.norm ?? '') ? at + 1 : at;
