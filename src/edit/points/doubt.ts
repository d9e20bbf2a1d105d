import type { ReadClause } from '../../text/needs/clause-needs.ts';
import type { Phrase } from '../../text/phrases/phrase.ts';
import type { Token } from '../../text/tokens.ts';
import { OF_PLACES } from '../../text/words/name-words.ts';
import { wordSet } from '../../text/words/word-set.ts';
import type { Clause } from '../cutting/clause.ts';
import type { StoryView } from '../story-view.ts';
import { readingOf } from '../tight/clause-reading.ts';

/** The phrases of a clause that stay, their words, and where the form stops. */
type Form = ReadClause & {
  readonly clause: Clause;
  readonly story: StoryView;
  readonly stays: readonly boolean[];
  readonly words: readonly Token[];
  readonly last: number;
  /** Of the words behind the verb. */
  readonly behind: number;
};

/** A sign by which an editor's doubts rise or fall, and by how much. */
type Sign = readonly [weight: number, shows: (form: Form) => boolean];

/**
 * The signs were read off 3,670 points of some 750 stories that readers had judged one by one (docs/measurements.md, "Points
 * that an editor would strike"); each weight is what the odds of "strike it" change by (a logarithm), rounded.
 */
const SIGNS: readonly Sign[] = [
  // Where in the story: what comes first needs nothing that was told before it.
  [-0.55, ({ clause }) => clause.sentence.index === 0],
  [-0.25, ({ clause }) => clause.sentence.index === 1],
  [-0.65, ({ clause }) => clause.sentence.index === 2 || clause.sentence.index === 3],
  [0.2, ({ clause }) => clause.sentence.index >= 4],
  [0.45, ({ clause }) => clause.sentence.index >= 10],
  // Where it stops.
  [0.6, (form) => /^(?:noun|participle|infinitive|adverb|verb)$/.test(kindBehind(form))],
  [0.4, (form) => kindBehind(form) === 'preposition' && lastWord(form).pos === 'NOUN' && !isMany(lastWord(form))],
  [-0.4, (form) => kindBehind(form) === 'preposition' && lastWord(form).pos === 'PROPN'],
  [0.6, (form) => wordBehind(form) === 'with'],
  [0.5, (form) => kindBehind(form) === 'opener' && /^(?:that|who|whose|which)$/.test(wordBehind(form))],
  [-0.35, (form) => /^(?:at|for|after|before)$/.test(wordBehind(form))],
  [-0.35, (form) => kindBehind(form) === 'time'],
  [-0.7, (form) => kindBehind(form) === 'joint'],
  [-0.2, (form) => /^(?:opener|mark)$/.test(kindBehind(form))],
  [-0.3, (form) => form.phrases[form.last]!.kind === 'time'],
  [0.35, (form) => /^(?:verb|adverb)$/.test(form.phrases[form.last]!.kind)],
  [-0.4, (form) => /^(?:NOUN|PROPN)$/.test(lastWord(form).pos)],
  // How much is gone, and how much is left.
  [-0.6, (form) => wordsGone(form) === 0],
  [0.4, (form) => wordsGone(form) >= 4],
  [0.9, ({ phrases, subject }) => phrases.slice(0, subject).some(({ kind }) => kind !== 'mark')],
  [
    0.5,
    ({ phrases, subject, verb, stays }) =>
      phrases.some(({ kind }, k) => k > subject && k < verb && kind === 'noun' && !stays[k]),
  ],
  [0.7, ({ behind }) => behind === 1],
  [0.25, ({ behind }) => behind === 2],
  [-0.35, ({ behind }) => behind >= 5],
  [0.4, ({ words }) => words.length <= 4],
  [-0.25, ({ words }) => words.length >= 8],
  [0.7, (form) => losesYear(form)],
  // Of whom it tells.
  [0.5, ({ clause }) => clause.skipped.size > 0],
  [0.6, (form) => isPronoun(form)],
  [
    0.5,
    (form) => !isInHeadline(subjectOf(form), form) && /^(?:the|this|that|these|those)$/.test(subjectOf(form)[0]!.norm),
  ],
  // "The scheme began": which one?
  [1, (form) => isUnplaced(form)],
  [0.7, (form) => isEpithet(subjectOf(form))],
  [-0.25, (form) => subjectOf(form).length > 1 && subjectOf(form).some(({ pos }) => pos === 'PROPN')],
  [-0.25, (form) => isInHeadline(subjectOf(form), form)],
  [-0.2, ({ clause }) => clause.said !== null],
  [-0.3, (form) => isInHeadline(form.words, form)],
  [
    -0.3,
    ({ words, story }) => words.some(({ pos, lemma }) => pos === 'PROPN' && (story.frequency.get(lemma) ?? 0) >= OFTEN),
  ],
  // What it tells.
  [-0.45, (form) => /^(?:will|would|could|might|should|may)$/.test(firstOfVerb(form).norm)],
  [0.6, (form) => isPresent(form)],
  [-0.3, ({ words }) => words.some(({ text }) => /\d/.test(text))],
  [0.4, (form) => keptThings(form).some((words) => words.some(({ norm }) => /^(?:the|this|that)$/.test(norm)))],
  [0.5, (form) => keptThings(form).some((words) => words.length <= 2 && GENERAL.has(words.at(-1)!.norm))],
  [0.6, ({ words }) => words.some(({ norm }) => /^(?:his|her|their)$/.test(norm))],
  [0.3, ({ words }) => words.some(({ norm }) => norm === 'its')],
  [0.5, ({ words }) => words.some(({ norm }) => /^(?:another|others?|same|similar|rest)$/.test(norm))],
  [0.4, ({ words }) => words.some(({ norm }) => /^(?:also|too|even|still|already)$/.test(norm))],
  [
    0.5,
    ({ words }) =>
      words.some(({ norm }) => /^(?:then|therefore|again|thus|previously|instead|later|earlier)$/.test(norm)),
  ],
];
/** A name that stands so often in a story is what it is about. */
const OFTEN = 5;
/** Nouns that say little by themselves: which figure, whose decision? */
const GENERAL = wordSet(
  `group firm company body agency authority organisation unit show series programme program team side club game match
  winner man woman person couple figure figures decision move issue issues news report story article document study
  survey announcement proposal proposals plan plans ruling scheme change changes increase rise drop fall incident
  attack event case comments remarks statement claims dispute conflict question questions answer option options
  condition conditions result results measure measures agreement offer bid sale purchase project process situation
  problem problems action investigation inquiry deal talks meeting vote bill law rules list auction rate offering
  growth shift criticism concern concerns charges losses shares price prices exports imports output demand supplies
  cut cuts total amount level number system role point points way ways thing things part`,
);

/** How much an editor would doubt these words of a clause as a key point: the odds of "strike it" against "let it stand", a logarithm. */
export function doubtOf(
  { clause, keep }: { readonly clause: Clause; readonly keep: readonly number[] },
  story: StoryView,
): number {
  const { read, places } = readingOf(clause);
  if (!read) return Number.POSITIVE_INFINITY;
  const { tokens, phrases, verb } = read;
  const kept = new Set(keep);
  const isKept = places.map((at) => kept.has(at));
  const stays = phrases.map(({ from, to }) => isKept.slice(from, to).some(Boolean));
  const words = tokens.filter((_, i) => isKept[i]);
  const behind = tokens.filter((_, i) => isKept[i] && i >= phrases[verb]!.to).length;
  const form: Form = { ...read, clause, story, stays, words, last: stays.lastIndexOf(true), behind };
  return SIGNS.reduce((sum, [weight, shows]) => (shows(form) ? sum + weight : sum), 0);
}

const kindBehind = ({ phrases, last }: Form): Phrase['kind'] | '' => phrases[last + 1]?.kind ?? '';
const wordBehind = ({ tokens, phrases, last }: Form): string => tokens[phrases[last + 1]?.from ?? -1]?.norm ?? '';

const wordsGone = ({ phrases, subject, end, stays }: Form): number =>
  phrases.reduce(
    (sum, { kind, from, to }, k) => (k > subject && k < end && !stays[k] && kind !== 'mark' ? sum + to - from : sum),
    0,
  );

const subjectOf = ({ tokens, phrases, subject }: Form): readonly Token[] =>
  tokens.slice(phrases[subject]!.from, phrases[subject]!.to);

/** A pronoun for which no name is written. */
const isPronoun = (form: Form): boolean => {
  const [first, ...rest] = subjectOf(form);
  return rest.length === 0 && first!.pos === 'PRON' && form.clause.written.size === 0;
};

const isInHeadline = (words: readonly Token[], { story: { headline } }: Form): boolean =>
  headline !== null && words.some(({ lemma, norm }) => norm.length > 3 && headline.about.has(lemma));

/** "The", a noun without a name, and neither in the headline: what a sentence before it spoke of. */
const isUnplaced = (form: Form): boolean => {
  const subject = subjectOf(form);
  return (
    /^(?:the|this|that|these|those|both)$/.test(subject[0]!.norm) &&
    !subject.some(({ pos }) => pos === 'PROPN') &&
    !isInHeadline(subject, form)
  );
};

/** The things that are told of behind the verb, of which neither a name nor the headline says which ones. */
const keptThings = (form: Form): (readonly Token[])[] =>
  form.phrases.flatMap(({ kind, from, to }, k) => {
    const words = form.tokens.slice(from, to);
    const isThing = k > form.verb && form.stays[k] && (kind === 'noun' || kind === 'preposition');
    return isThing && !words.some(({ pos }) => pos === 'PROPN') && !isInHeadline(words, form) ? [words] : [];
  });

/** "holds the cup": what is always so, or what a picture shows. */
const isPresent = (form: Form): boolean => {
  const { from, to, verb } = form.phrases[form.verb]!;
  return to === from + 1 && !verb?.links && /s$/.test(form.tokens[from]!.norm) && form.clause.written.size === 0;
};

/** "sold its yards | in 1983": told without its year it is news. */
const losesYear = ({ tokens, phrases, verb, end, stays }: Form): boolean => {
  const { norm, lemma } = tokens[phrases[verb]!.from]!;
  const isPast = /^(?:was|were|had|did)$/.test(norm) || (norm !== lemma && !/s$/.test(norm));
  return (
    isPast &&
    phrases.some(
      ({ kind, to }, k) =>
        !stays[k] && k < end && /^(?:time|preposition)$/.test(kind) && /^(?:19|20)\d\d$/.test(tokens[to - 1]!.norm),
    )
  );
};

/** "The American", "the 34-year-old": somebody whose name stands elsewhere. */
const isEpithet = (subject: readonly Token[]): boolean =>
  subject.length <= 6 &&
  (EPITHETS.has(subject.at(-1)!.norm) ||
    OF_PLACES.has(subject.at(-1)!.norm) ||
    /^year-old$|^old$/.test(subject.at(-1)!.norm));
const EPITHETS = wordSet(
  `briton englishman scot welshman irishman frenchman spaniard dutchman swede dane finn pole turk croatian serb
  moroccan south-african springbok pair duo trio star striker midfielder defender goalkeeper skipper singer actor
  actress rapper director winger teenager veteran newcomer`,
);

const isMany = ({ norm, lemma }: Token): boolean => /s$/.test(norm) && lemma !== norm;
const lastWord = ({ words }: Form): Token => words.at(-1)!;
const firstOfVerb = ({ tokens, phrases, verb }: Form): Token => tokens[phrases[verb]!.from]!;
