import type { Token } from '../tokens.ts';
import type { Phrase } from './phrase.ts';
import { isParticiple } from './verb-phrase.ts';
import {
  completesWith,
  givesTwo,
  isComplete,
  isDone,
  isOpenAdjective,
  isPartNoun,
  joinsTwo,
  movesTo,
  reaches,
  wantsAs,
  wantsClause,
  wantsDeed,
  wantsGerund,
  wantsItsDeed,
  wantsMore,
  wantsPair,
  wantsState,
} from './wants.ts';

/** A clause as phrases, and for each phrase those without which it must not stand. */
export type ReadClause = {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  /** Places of phrases: the subject (-1: none was found) and its verb. */
  readonly subject: number;
  readonly verb: number;
  /** The phrases behind the verb that belong to the same clause end before this place. */
  readonly end: number;
  /** For each phrase, the phrases that it needs, or null when what it needs is not there. */
  readonly needs: readonly (readonly number[] | null)[];
};

const SPEAKS =
  /^(?:say|think|believe|know|hope|claim|add|show|find|report|suggest|mean|feel|hear|fear|expect|see|estimate|insist|admit|argue|warn|note|announce|confirm|deny|state|indicate|predict|agree|conclude|reveal|acknowledge|understand|ensure|concede|complain|explain|allege|decide|assume|discover|realise|realize|learn|propose|recommend|wish|guess|suspect|doubt|declare|maintain|testify|stress|emphasise|emphasize)$/;

export function needsOf(tokens: readonly Token[], phrases: readonly Phrase[]): ReadClause | null {
  const verb = mainVerb(phrases);
  if (verb < 0) return null;
  const subject = phrases.findIndex(({ kind }) => kind === 'noun');
  if (subject < 0 || subject > verb) return null;
  // "One of the reasons it is crucial …": a clause hangs on the subject, unseen.
  if (
    phrases
      .slice(subject + 1, verb)
      .some(
        ({ kind }, i) =>
          kind === 'noun' && !/^(?:mark|joint|opener|verb|infinitive|participle)$/.test(phrases[subject + i]!.kind),
      )
  )
    return null;
  const end = endOfMain(tokens, phrases, verb);
  const needs = phrases.map((_, k) => needsAt(tokens, phrases, k, { verb, end, subject }));
  return { tokens, phrases, subject, verb, end, needs };
}

/** The first finite verb behind the subject that belongs to no "who", "which" or "that". */
function mainVerb(phrases: readonly Phrase[]): number {
  let open = 0;
  let marks = 0;
  for (const [k, { kind }] of phrases.entries()) {
    if (kind === 'opener') open++;
    if (kind === 'mark') marks++;
    if (kind !== 'verb') continue;
    // Between two marks stands what is told of the subject beside the sentence.
    if (open === 0 && marks % 2 === 1) continue;
    if (open === 0) return k;
    // "the man who says he made it | lost": a clause inside the relative one.
    const speaks =
      SPEAKS.test(phrases[k]!.verb?.lemma ?? '') && phrases[k + 1]?.kind === 'noun' && phrases[k + 2]?.kind === 'verb';
    if (!speaks) open--;
  }
  return -1;
}

/** Where a mark, or a "but", "and" with a clause or a verb behind it, ends what the subject's verb governs. */
function endOfMain(tokens: readonly Token[], phrases: readonly Phrase[], verb: number): number {
  for (let k = verb + 1; k < phrases.length; k++) {
    const { kind, from } = phrases[k]!;
    if (kind === 'mark') return k;
    if (kind === 'joint' && (/^(?:but|yet|nor)$/.test(tokens[from]!.norm) || opensClause(phrases, k))) return k;
  }
  return phrases.length;
}

/** "and the recall affects", "and raised its forecast": behind the joint stands a finite verb, with or without its subject. */
function opensClause(phrases: readonly Phrase[], joint: number): boolean {
  let k = joint + 1;
  while (/^(?:adverb|time|aside)$/.test(phrases[k]?.kind ?? '')) k++;
  if (phrases[k]?.kind === 'verb') return true;
  if (phrases[k]?.kind !== 'noun') return false;
  for (k++; k < phrases.length && !/^(?:mark|opener|joint)$/.test(phrases[k]!.kind); k++)
    if (phrases[k]!.kind === 'verb') return true;
  return false;
}

type Main = { readonly verb: number; readonly end: number; readonly subject: number };
const LOOSE = new Set(['adverb', 'time', 'aside']);

function needsAt(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] | null {
  const phrase = phrases[k]!;
  switch (phrase.kind) {
    case 'verb':
      return join(
        conditions(tokens, phrases, k, main),
        join(verbNeeds(tokens, phrases, k, main), hostOf(tokens, phrases, k, main)),
      );
    case 'adverb':
      return join(adverbNeeds(phrases, k, main), hostOf(tokens, phrases, k, main));
    case 'participle':
    case 'infinitive':
      return join(verbNeeds(tokens, phrases, k, main), hostOf(tokens, phrases, k, main));
    case 'opener':
      return openerNeeds(tokens, phrases, k, main);
    case 'joint':
      return jointNeeds(tokens, phrases, k, main);
    case 'preposition':
      return join(prepositionNeeds(tokens, phrases, k, main), hostOf(tokens, phrases, k, main));
    case 'noun':
      return join(nounNeeds(tokens, phrases, k, main), hostOf(tokens, phrases, k, main));
    case 'adjective':
      return join(adjectiveNeeds(tokens, phrases, k, main), hostOf(tokens, phrases, k, main));
    case 'time':
      return join(contactClause(tokens, phrases, k, main), hostOf(tokens, phrases, k, main));
    default:
      return hostOf(tokens, phrases, k, main);
  }
}

const join = (one: readonly number[] | null, other: readonly number[] | null): readonly number[] | null =>
  one === null || other === null ? null : [...one, ...other];

/** The next phrase that says more than when and how; -1 at the end of the clause. */
function next(phrases: readonly Phrase[], k: number, { end }: Main): number {
  let at = k + 1;
  while (at < phrases.length && LOOSE.has(phrases[at]!.kind)) at++;
  if (at >= phrases.length || (k < end && at >= end)) return -1;
  return phrases[at]!.kind === 'mark' || phrases[at]!.kind === 'joint' ? -1 : at;
}

/** "could be lost | if the deal goes ahead": what holds under a condition does not stand without it. */
const conditions = (tokens: readonly Token[], phrases: readonly Phrase[], k: number, { verb, end }: Main): number[] =>
  k !== verb
    ? []
    : phrases.flatMap(({ kind, from }, i) =>
        i > k && i < end && kind === 'opener' && /^(?:if|unless|until|provided)$/.test(tokens[from]!.norm) ? [i] : [],
      );

/** "usually | within weeks": behind the verb an adverb says something of the phrase that follows it. */
const adverbNeeds = (phrases: readonly Phrase[], k: number, { verb, end }: Main): number[] =>
  k > verb && k + 1 < end && /^(?:preposition|time|opener|adverb|adjective)$/.test(phrases[k + 1]!.kind) ? [k + 1] : [];

const word = (tokens: readonly Token[], phrase: Phrase | undefined): string => tokens[phrase?.from ?? -1]?.norm ?? '';

function verbNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] | null {
  const { verb, kind } = phrases[k]!;
  const lemma = verb?.lemma ?? '';
  const first = next(phrases, k, main);
  const one = phrases[first];
  if (verb?.links) {
    // "is": what it is; an adverb alone does for "are up", "is back".
    if (!one)
      return /^(?:adverb|time)$/.test(phrases[k + 1]?.kind ?? '') && k + 1 < main.end
        ? [k + 1]
        : /(?:up|out|off|down|away|back|ahead)$/.test(tokens[phrases[k]!.to - 1]!.norm)
          ? []
          : null;
    const found = [first];
    const second = next(phrases, first, main);
    const two = phrases[second];
    // "is the one | that was sold", "was the first | to go", "are fears | that …".
    if (one.kind === 'noun' && two && second === first + 1 && /^(?:opener|infinitive|participle)$/.test(two.kind))
      found.push(second);
    // "were at pains | to say so".
    if (one.kind === 'preposition' && two?.kind === 'infinitive') found.push(second);
    if (one.kind === 'noun' && two?.kind === 'preposition' && isThere(tokens, phrases[main.subject]))
      found.push(second);
    return found;
  }
  if (verb?.passive) {
    // "was ruled out", "were called off".
    if (phrases[k]!.to > phrases[k]!.head + 1 && PARTICLE.test(tokens[phrases[k]!.to - 1]!.norm)) return [];
    // "was sold": nothing more is needed, but for "was made", "was based", "was given".
    if (!one)
      return wantsMore(lemma) || givesTwo(lemma)
        ? phrases[k + 1]?.kind === 'adverb' && k + 1 < main.end
          ? [k + 1]
          : null
        : [];
    if (one.kind === 'infinitive') return [first];
    if (
      isDone(lemma) &&
      one.kind !== 'noun' &&
      one.kind !== 'adjective' &&
      !(one.kind === 'preposition' && wantsPair(lemma, word(tokens, one)))
    )
      return [];
    if (one.kind === 'opener' && !/^(?:that|how|whether|what)$/.test(word(tokens, one))) return [];
    return one.kind === 'noun' && !givesTwo(lemma) ? null : [first];
  }
  // "firms | working on it": behind a noun it says which ones.
  if (kind === 'participle' && one?.kind === 'preposition') return [first];
  // "people aged | 18 to 24".
  if (kind === 'participle' && !one && k + 1 < main.end && k < main.end && phrases[k + 1]!.kind !== 'joint')
    return [k + 1];
  const { head, to } = phrases[k]!;
  const particle = to > head + 1 && !/^(?:not|n't|n’t)$/.test(tokens[to - 1]!.norm);
  const complete = particle ? hasParticle(tokens, phrases[k]!) : isComplete(lemma);
  // What the copy itself ends on is whole: "is expected to attend, …"; an object may be shared: "make and sell yachts".
  const ends =
    k < main.end &&
    !LATER.test(lemma) &&
    (main.end >= phrases.length || phrases[main.end]!.kind === 'mark') &&
    phrases.slice(k + 1, main.end).every(({ kind: loose }) => LOOSE.has(loose));
  if (!one) return complete || (ends && !isDoubtful(tokens, phrases[k]!)) ? [] : null;
  if (SAYS.test(lemma) && one.kind === 'infinitive') return [first];
  if (SAYS.test(lemma)) {
    // "said in a statement | that …": where and how is not what was said.
    const said = phrases.findIndex(
      ({ kind }, i) => i >= first && i < main.end && kind !== 'preposition' && !LOOSE.has(kind),
    );
    if (phrases[said]?.kind === 'opener') return [said];
    const deed = ownVerb(phrases, said, main.end);
    if (phrases[said]?.kind === 'noun' && deed > 0) return range(said, deed + 1);
    // "suggested the dollar | - down 8% - | had": its verb stands behind a mark.
    const apart = phrases[main.end]?.kind === 'mark' && phrases.slice(main.end).some(({ kind }) => kind === 'verb');
    if (phrases[said]?.kind !== 'noun' || !OR_NOUN.test(lemma) || apart) return null;
  }
  switch (one.kind) {
    case 'noun':
      return join([first], objectNeeds(tokens, phrases, first, { lemma, main }));
    case 'preposition': {
      const that = phrases[first + 1];
      // "suggest to China | that …".
      if (that?.kind === 'opener' && word(tokens, that) === 'that' && first + 1 < main.end) return [first, first + 1];
      // "comes | as a team is due": a clause that was read as no clause.
      if (lemma === 'come' && word(tokens, one) === 'as') return null;
      if (
        complete &&
        !wantsPair(lemma, word(tokens, one)) &&
        !(movesTo(lemma) && (particle || !isTurn(word(tokens, one))))
      )
        return [];
      // "has tried in the past | to get in".
      if (that?.kind === 'infinitive' && first + 1 < main.end && !complete) return [first + 1];
      // "accept for payment | all shares": the object stands behind.
      if (that?.kind === 'noun' && first + 1 < main.end && !complete && !reaches(lemma)) return [first + 1];
      // "a deficit | proposed in the budget": a participle that was taken for the verb has no object.
      return isDoubtful(tokens, phrases[k]!) && !reaches(lemma) && !complete ? null : [first];
    }
    case 'opener':
      if (/^(?:that|how|whether|what|why|if|who)$/.test(word(tokens, one)) && !complete) return [first];
      // "comes | as many houses are struggling".
      if (lemma === 'come' || lemma === 'go') return [first];
      return complete ? [] : null;
    case 'participle':
      return complete && !wantsGerund(lemma) ? [] : [first];
    case 'infinitive':
      return /^(?:meet|travel|arrive|return|gather|march|protest|fly|campaign|resign|retire|stop|rise|fall|rally|speak|vote|strike|ride|walk)$/.test(
        lemma,
      )
        ? []
        : [first];
    case 'adjective':
      // "to highlight | important …": an object that was read as a state.
      return complete || FEELS.test(lemma) ? [first] : null;
    default:
      return [first];
  }
}

/** What somebody is or does is told of the subject: "felt sick", "went missing", "was born". */
const FEELS =
  /^(?:feel|go|stay|stand|lie|fall|sit|arrive|die|open|close|rank|rate|finish|come|keep|get|make|hold|taste|smell|prove|play|work|run|turn|grow|have|be|leave|do|end|return|survive|emerge|go)$/;

/** "broke down", "walked out": with its particle it tells all. */
const hasParticle = (tokens: readonly Token[], { head, to, verb }: Phrase): boolean =>
  to > head + 1 && completesWith(verb?.lemma ?? '', tokens[to - 1]!.norm);

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
/** The verb of a noun, past the verbs of clauses that hang on it; -1. */
function ownVerb(phrases: readonly Phrase[], noun: number, end: number): number {
  let open = 0;
  for (let i = noun + 1; i < end; i++) {
    if (phrases[i]!.kind === 'opener') open++;
    if (phrases[i]!.kind === 'verb' && open-- === 0) return i;
  }
  return -1;
}

const PARTICLE = /^(?:up|out|off|down|away|back|apart|aside)$/;
const SAYS =
  /^(?:say|state|think|believe|argue|insist|conclude|claim|add|suggest|indicate|imply|mean|estimate|hope|know|feel|assume|ensure|realise|realize)$/;
/** Of these a noun alone is said, meant or known too. */
const OR_NOUN = /^(?:add|claim|mean|know|feel|assume|ensure|suggest|indicate|realise|realize)$/;
/** A past form by itself that may be a participle. */
const isDoubtful = (tokens: readonly Token[], { from, head, kind, verb }: Phrase): boolean =>
  kind === 'verb' &&
  verb?.finite === true &&
  !tokens.slice(from, head).some(({ pos }) => pos === 'AUX') &&
  isParticiple(tokens[head]!);

/** What these say may come behind a mark. */
const LATER =
  /^(?:say|tell|call|add|state|note|report|announce|insist|argue|claim|warn|believe|think|hope|know|suggest|indicate|show|find|reveal|include|be|have|do|make|ask|reply|write|conclude|explain|declare|stress|want|put)$/;
/** "fell | after the vote", "moved | in March": when and why, not where to. */
const isTurn = (preposition: string): boolean =>
  /^(?:after|before|during|amid|despite|following|because|due|since|by|until|in)$/.test(preposition);

const isThere = (tokens: readonly Token[], subject: Phrase | undefined): boolean => word(tokens, subject) === 'there';

/** What an object must not be parted from: its clause, its deed, its state, its second object. */
function objectNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  object: number,
  { lemma, main }: { lemma: string; main: Main },
): readonly number[] | null {
  const second = next(phrases, object, main);
  const two = phrases[second];
  // "called the rebate | “unfair”", "told reporters | :": nothing is said yet.
  const apart =
    SPEAKS.test(lemma) &&
    phrases[main.end]?.kind === 'mark' &&
    phrases.slice(main.end).some(({ kind }) => kind === 'verb') &&
    object < main.end;
  if (!two && /^(?:make|get|have|let|keep|leave)$/.test(lemma) && tokens[phrases[object]!.head]!.pos === 'PRON')
    return null;
  // "merges science | and fiction".
  if (!two && joinsTwo(lemma) && phrases[object + 1]?.kind === 'joint' && object + 1 < main.end) return [object + 1];
  // "call an election": nobody is given a name.
  if (!two && lemma === 'call' && /^an?$/.test(tokens[phrases[object]!.from]!.norm)) return [];
  if (!two) return apart || /^(?:call|tell|inform|remind|convince|persuade|dub|deem|label)$/.test(lemma) ? null : [];
  const beside = second === object + 1;
  // "spent three weeks | in Sarn".
  if (lemma === 'spend' && beside) return [second];
  // "will have the striker | back".
  if (
    /^(?:have|make|keep|leave|get|set|put|bring|send)$/.test(lemma) &&
    phrases[object + 1]?.kind === 'adverb' &&
    object + 1 < main.end
  )
    return [object + 1];
  if (wantsDeed(lemma)) {
    // "encouraging fans | of other clubs | to stay away".
    const deed = phrases.findIndex(
      ({ kind }, i) => i > object && i < main.end && kind !== 'preposition' && !LOOSE.has(kind),
    );
    if (phrases[deed]?.kind === 'infinitive') return [deed];
  }
  switch (two.kind) {
    // "says prices | rose": the noun is the subject of a clause.
    case 'verb':
      return [second];
    case 'noun':
      return beside ? [second] : [];
    case 'infinitive':
      return wantsDeed(lemma) || wantsItsDeed(tokens[phrases[object]!.head]!.norm) ? [second] : [];
    case 'adjective':
      return [second];
    case 'preposition':
      return /^(?:put|place|pin|lay|position|situate|send|bring|tell|leave|keep)$/.test(lemma) ||
        wantsPair(lemma, word(tokens, two)) ||
        (word(tokens, two) === 'as' && wantsAs(lemma))
        ? [second]
        : [];
    case 'participle':
      return wantsState(lemma) && beside ? [second] : [];
    case 'opener':
      return /^(?:that|how|whether|what)$/.test(word(tokens, two)) &&
        beside &&
        (SPEAKS.test(lemma) || /^(?:tell|inform|warn|assure|remind|convince|persuade)$/.test(lemma))
        ? [second]
        : [];
    default:
      return [];
  }
}

function nounNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] | null {
  const { from, to } = phrases[k]!;
  const two = phrases[k + 1];
  const found: number[] = [];
  if (two && k + 1 !== main.end) {
    const compared = tokens
      .slice(from, to)
      .some(({ norm }) => /^(?:more|less|fewer|rather|other|same|\p{L}{3,}er)$/u.test(norm));
    if (compared && two.kind === 'preposition' && /^(?:than|as)$/.test(word(tokens, two))) found.push(k + 1);
    // The subject's own verb is asked for by the whole.
    if (k > main.verb && isUnfinished(tokens, phrases[k]!, two)) found.push(k + 1);
    const soThat = tokens.slice(Math.max(0, from - 2), to).some(({ norm }) => norm === 'so' || norm === 'such');
    if (two.kind === 'opener' && word(tokens, two) === 'that' && soThat) found.push(k + 1);
  }
  found.push(...contactClause(tokens, phrases, k, main), ...partsOf(tokens, phrases, k, main));
  // A noun behind "that" or "who" is the subject of its verb.
  if (phrases[k - 1]?.kind === 'opener') {
    const verb = phrases.findIndex(({ kind }, i) => i > k && kind === 'verb');
    if (verb < 0) return null;
    found.push(verb);
  }
  return found;
}

/** "the right | to vote", "the risk | of fire", "fears | that it may fail". */
function isUnfinished(tokens: readonly Token[], { head, to }: Phrase, two: Phrase): boolean {
  // "half of its jets" has its rest already.
  const nouns = head === to - 1 ? [tokens[head]!.norm] : [tokens[to - 1]!.norm];
  if (two.kind === 'infinitive') return nouns.some((norm) => wantsItsDeed(norm) || isPartNoun(norm));
  if (two.kind === 'preposition') return nouns.some(isPartNoun);
  if (two.kind === 'participle')
    return nouns.some(
      (norm) => /^(?:type|kind|sort|form|one|ones|those)$/.test(norm) || wantsItsDeed(norm) || wantsClause(norm),
    );
  return two.kind === 'opener' && word(tokens, two) === 'that' && nouns.some(wantsClause);
}

/** "5.65bn euros ($7.4bn) | of takeovers", "at prices | between 92 and 93", "a lot | darker": the noun is none without it. */
function partsOf(tokens: readonly Token[], phrases: readonly Phrase[], k: number, main: Main): number[] {
  const at = phrases[k + 1]?.kind === 'aside' ? k + 2 : k + 1;
  const two = phrases[at];
  if (!two || (k < main.end && at >= main.end) || (k < main.verb && at >= main.verb)) return [];
  if (two.kind === 'preposition' && /^(?:of|between|than)$/.test(word(tokens, two))) return [at];
  return two.kind === 'adjective' && k > main.verb ? [at] : [];
}

const isBareNumber = (phrase: Phrase | undefined, tokens: readonly Token[]): boolean =>
  phrase?.kind === 'noun' && phrase.to === phrase.from + 1 && tokens[phrase.head]!.pos === 'NUM';

/** "the day | a deadline expires", "confident | it could": a clause that nothing opens goes with the word before it. */
function contactClause(tokens: readonly Token[], phrases: readonly Phrase[], k: number, main: Main): number[] {
  // "52 | counts", "two | and a half times": a number alone.
  if (k < phrases.length && isBareNumber(phrases[k], tokens) && phrases[k + 1]?.kind === 'joint' && k + 1 < main.end)
    return [k + 1];
  // "with both | owning half".
  if (
    k > main.verb &&
    phrases[k]!.kind === 'preposition' &&
    word(tokens, phrases[k]) === 'with' &&
    phrases[k + 1]?.kind === 'participle' &&
    k + 1 < main.end
  )
    return [k + 1];
  // "the attributes buyers | look for": two nouns that read as one.
  if (k > main.verb && phrases[k + 1]?.kind === 'verb' && k + 1 < main.end) return [k + 1];
  if (k < main.verb || phrases[k + 1]?.kind !== 'noun' || k + 1 === main.end) return [];
  const deed = phrases.findIndex(({ kind }, i) => i > k + 1 && !/^(?:adverb|time|preposition)$/.test(kind));
  if (phrases[deed]?.kind === 'verb') return range(k + 1, deed + 1);
  // Two nouns side by side that are no two objects: the reading went wrong.
  const isObject = /^(?:verb|infinitive|participle)$/.test(phrases[k - 1]?.kind ?? '');
  return isObject || phrases[k]!.kind === 'time' ? [] : [NOWHERE];
}

/** A place that no phrase has: what needs it cannot stand. */
const NOWHERE = -1;

function adjectiveNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] {
  const { head } = phrases[k]!;
  const two = phrases[k + 1];
  if (!two || k + 1 === main.end) return [];
  if (two.kind === 'noun') return contactClause(tokens, phrases, k, main);
  const { norm } = tokens[head]!;
  if (two.kind === 'infinitive') return [k + 1];
  if (two.kind === 'opener') return /^(?:that|how|whether|what)$/.test(word(tokens, two)) ? [k + 1] : [];
  if (two.kind !== 'preposition') return [];
  if (/^(?:than|to|of|for|as|with|about|from|by)$/.test(word(tokens, two))) return [k + 1];
  return isOpenAdjective(norm) ? [k + 1] : [];
}

/** A preposition alone waits for what follows it. */
function prepositionNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] | null {
  const { from, to, head } = phrases[k]!;
  const noun =
    head >= from &&
    to - from > 1 &&
    /^(?:NOUN|PROPN|NUM|PRON|SYM|ADJ|DET|X|VERB)$/.test(tokens[head]!.pos) &&
    head > from;
  if (!noun) {
    const first = next(phrases, k, main);
    return first < 0 || !/^(?:participle|noun|opener|adjective|time|verb)$/.test(phrases[first]!.kind) ? null : [first];
  }
  const two = phrases[k + 1];
  if (!two || k + 1 === main.end) return [];
  const own = isUnfinished(tokens, phrases[k]!, two);
  // "converts from owner | to licensee".
  const pair =
    word(tokens, phrases[k]) === 'from' && two.kind === 'preposition' && /^(?:to|into)$/.test(word(tokens, two));
  return [
    ...(own || pair ? [k + 1] : []),
    ...contactClause(tokens, phrases, k, main),
    ...partsOf(tokens, phrases, k, main),
  ];
}

/** "that", "who", "because" wait for their clause to its verb. */
function openerNeeds(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  main: Main,
): readonly number[] | null {
  let at = k + 1;
  while (at < phrases.length && LOOSE.has(phrases[at]!.kind)) at++;
  const verb = phrases.findIndex(({ kind }, i) => i >= at && kind === 'verb');
  const first = phrases[at];
  // "say that when he died …": the clause that "that" opens comes later.
  if (first?.kind === 'opener') return null;
  if (!first || verb < 0 || (k < main.end && verb >= main.end)) {
    // "how to pay".
    return first?.kind === 'infinitive' ? [at] : null;
  }
  const all: number[] = [];
  for (let i = k + 1; i <= verb; i++) if (!LOOSE.has(phrases[i]!.kind)) all.push(i);
  const host = hostOf(tokens, phrases, k, main);
  return host === null ? null : [...all, ...host];
}

/** "and", "or" hold together what stands on both sides. */
function jointNeeds(_: readonly Token[], phrases: readonly Phrase[], k: number, main: Main): readonly number[] | null {
  let at = k + 1;
  while (at < phrases.length && LOOSE.has(phrases[at]!.kind)) at++;
  if (at >= phrases.length || k === 0 || (k < main.end && at >= main.end)) return null;
  return [k - 1, at];
}

/** What a phrase hangs on: for most the phrase before it; a time or a purpose hangs on the verb. */
function hostOf(
  tokens: readonly Token[],
  phrases: readonly Phrase[],
  k: number,
  { verb, subject }: Main,
): readonly number[] | null {
  if (k === subject || k === verb) return [];
  if (k < verb) return k > subject ? [k - 1] : [];
  const { kind } = phrases[k]!;
  // "two years | ago".
  if (kind === 'adverb' && /^(?:ago|earlier|later|before)$/.test(word(tokens, phrases[k]))) return [k - 1];
  if (kind === 'time' || kind === 'adverb' || kind === 'infinitive' || kind === 'aside') {
    const deed = phrases.findLastIndex((other, i) => i < k && /^(?:verb|infinitive|participle)$/.test(other.kind));
    return deed < 0 ? [k - 1] : [deed];
  }
  let host = k - 1;
  while (host > verb && LOOSE.has(phrases[host]!.kind)) host--;
  // "sold the yard | to a buyer | for $5m": one such phrase may stand without the other.
  if (
    kind === 'preposition' &&
    phrases[host]?.kind === 'preposition' &&
    /^(?:after|during|amid|despite|following|because|due)$/.test(word(tokens, phrases[k]))
  )
    host--;
  // "in July, | when it traded": it says which July.
  if (
    kind === 'opener' &&
    /^(?:when|where)$/.test(word(tokens, phrases[k])) &&
    /^(?:time|preposition)$/.test(phrases[k - 1]!.kind) &&
    k - 1 > verb
  )
    return [k - 1];
  if (
    kind === 'opener' &&
    /^(?:when|while|because|after|before|as|although|though|since|if|unless|until)$/.test(word(tokens, phrases[k]))
  ) {
    const deed = phrases.findLastIndex((other, i) => i < k && /^(?:verb|infinitive|participle)$/.test(other.kind));
    return [Math.max(deed, verb)];
  }
  return [Math.max(host, 0)];
}
