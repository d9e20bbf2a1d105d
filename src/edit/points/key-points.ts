import type { Draft } from '../../story/furniture.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { SAYS } from '../../text/needs/verb-lists.ts';
import { type Clause, clausesOf } from '../cutting/clause.ts';
import type { Shortened } from '../cutting/compress.ts';
import { onDemand } from '../cutting/on-demand.ts';
import { isSound } from '../cutting/sound.ts';
import { abbreviate, draftOf, evidenceOf, type Voice, withVoice } from '../cutting/write.ts';
import { headlineForms, type Short } from '../headline-forms.ts';
import { isCaption } from '../is-caption.ts';
import { contentOf, spread } from '../overlap.ts';
import { salience } from '../salience.ts';
import type { StoryView } from '../story-view.ts';
import { readingOf } from '../tight/clause-reading.ts';
import { hangsOnOpener, omitsAuxiliary, tightForms } from '../tight/tight-forms.ts';
import { doubtOf } from './doubt.ts';
import { isNoNews } from './no-news.ts';

const fits = (text: string): boolean => {
  const count = wordCount(text);
  return count >= 4 && count <= 9;
};
const MOST = { words: 9, characters: 90 };
/** Sentences that are looked at, and places for points: more than the five that are shown, for many cannot be proved. */
const CONSIDERED = 60;
const PLACES = 60;
/** Of so many places in front it is seen first how much their best form would be doubted. */
const COMPARED = 10;
/** What a word that tells makes up for of an editor's doubt, and what the rank of its sentence in the story does. */
const TELLS = 0.15;
const RANKS = 0.3;
/** Up to so much doubt a point is one of five; with more, one of the three that a story needs; with still more, only for want of others. */
const SURE = -0.6;
const POOR = 0;
/** How much worse a point is when all its words stand in another one. */
const REPETITION = 3;
/** Forms of one place that are tried. */
const FORMS = 40;

const isNews = ({ text }: Draft): boolean => !isNoNews(text);

/** Places for key points, by how much an editor would doubt their forms. */
export type PointPlaces = {
  /** Hardly. */
  readonly first: Iterable<Draft>[];
  /** Somewhat. */
  readonly spare: Iterable<Draft>[];
  /** Much; behind them the same places with forms cut more freely. */
  readonly last: Iterable<Draft>[];
};

/** Places for key points, those that would be doubted least first, each saying something else than those before it. */
export function keyPoints(story: StoryView): PointPlaces {
  const found = story.sentences
    .filter((sentence) => !isCaption(sentence, story))
    .map((sentence) => ({ sentence, value: salience(sentence, story) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, CONSIDERED)
    .flatMap(({ sentence, value }) => [
      ...(sentence.own ? [{ sentence: sentence.own, value }] : []),
      { sentence, value },
    ])
    .flatMap(({ sentence, value }) =>
      apart(clausesOf(sentence, story, 'present')).map((clauses, i) => ({
        clauses,
        content: contentOf(clauses.flatMap(({ from, to }) => sentence.tokens.slice(from, to))),
        value: value - 0.5 * i,
      })),
    );
  const ranked = spread(
    found,
    ({ value }) => value,
    ({ content }) => content,
    REPETITION,
  ).slice(0, PLACES);
  const tight = ranked.map(({ clauses, value }) => ({ place: onDemand(() => tightOf(clauses, story)), value }));
  const sound = ranked.map(({ clauses }) => onDemand(() => soundOf(clauses, story)));
  const inTurn = byDoubt(tight);
  return {
    first: inTurn.map((place) => draftsIn(place, ({ doubt }) => doubt <= SURE)),
    spare: inTurn.map((place) => draftsIn(place, ({ doubt }) => doubt > SURE && doubt <= POOR)),
    last: [...inTurn.map((place) => draftsIn(place, ({ doubt }) => doubt > POOR)), ...sound],
  };
}

type Told = { readonly draft: Draft; readonly worth: number; readonly doubt: number };

/** The places whose best form an editor would doubt least, for what it tells, in front; further back only the order of the sentences counts. */
function byDoubt(places: readonly { readonly place: Iterable<Told>; readonly value: number }[]): Iterable<Told>[] {
  const compared = places.slice(0, COMPARED).map(({ place, value }) => {
    const [best] = place;
    return { place, against: best ? against(best) - RANKS * value : Number.POSITIVE_INFINITY };
  });
  compared.sort((a, b) => a.against - b.against);
  return [...compared, ...places.slice(COMPARED)].map(({ place }) => place);
}

/** What speaks against a form: doubt, less what it tells. */
const against = ({ doubt, worth }: Told): number => doubt - TELLS * worth;

/** The drafts of a place that are news, of those that a test lets through. */
const draftsIn = (place: Iterable<Told>, test: (told: Told) => boolean): Iterable<Draft> =>
  onDemand(function* () {
    for (const told of place) if (test(told) && isNews(told.draft)) yield told.draft;
  });

/** A form of a clause and how its speaker is named: most are compared by how much they tell, and never written out. */
type Formed = { readonly shortened: Shortened; readonly voice: Voice; readonly worth: number };

/** Forms of one place that keep every phrase whole with all that it needs, those in front of which an editor would doubt least. */
function tightOf(clauses: readonly Clause[], story: StoryView): Iterator<Told> {
  return clauses
    .flatMap((clause) => formsOf(clause, story))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, FORMS)
    .map((formed) => told(formed, story))
    .sort((a, b) => against(a) - against(b))
    .values();
}

function told({ shortened, voice, worth }: Formed, story: StoryView): Told {
  let draft: Draft | undefined;
  return {
    worth,
    doubt: doubtOf(shortened, story),
    get draft() {
      draft ??= draftOf(spoken(shortened, voice, story), evidenceOf(shortened, voice), story);
      return draft;
    },
  };
}

function formsOf(clause: Clause, story: StoryView): Formed[] {
  if (!clause.said) return inVoice(clause, 'none', story);
  const lead = inVoice(clause, 'lead', story);
  // "said the pier was a danger": behind a colon it would be none any more, but "Lee: Pier a danger".
  if (clause.said.verb === 'said')
    return [...lead, ...inVoice(clause, 'colon', story).filter(({ shortened }) => omitsAuxiliary(shortened))];
  if (!/^says?$/.test(clause.said.verb)) return lead;
  const found = [...lead, ...inVoice(clause, 'colon', story)];
  return found.length === 0 && clause.said.brief ? inVoice(clause, 'brief', story) : found;
}

function inVoice(clause: Clause, voice: Voice, story: StoryView): Formed[] {
  // "Lee: Pier open in May" is a headline, "Lee says pier open" is none.
  const stands = (shortened: Shortened) => voice !== 'lead' || !omitsAuxiliary(shortened);
  return tightForms(clause, story, {
    most: MOST.words,
    fits: (shortened) => fits(spoken(shortened, voice, story)) && stands(shortened),
  }).map((shortened) => ({ shortened, voice, worth: shortened.worth - (voice === 'colon' ? 0.6 : 0) }));
}

const spoken = ({ clause, words }: Shortened, voice: Voice, story: StoryView): string =>
  withVoice(abbreviate(words, story), clause.said, voice);

/** Forms of one place that are cut more freely and still read as if somebody had written them so. */
function* soundOf(clauses: readonly Clause[], story: StoryView): Generator<Draft> {
  const forms: Short[] = clauses
    .filter((clause) => !hangsOnOpener(clause) && hasWholeVerb(clause))
    .flatMap((clause) => headlineForms(clause, story, { fits, title: false, per: 30, most: MOST }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, FORMS);
  for (const { draft, shortened } of forms) if (isSound(shortened) && isNews(draft)) yield draft;
}

/** Not "traders believe Brandt, …": what is said or thought is there at all. */
const hasWholeVerb = (clause: Clause): boolean => {
  const { read } = readingOf(clause);
  return read === null || read.needs[read.verb] !== null || !SAYS.has(read.phrases[read.verb]!.verb?.lemma ?? '');
};

/** Clauses that share words compete for one place; those that lie apart in the sentence get a place each. */
function apart(clauses: readonly Clause[]): Clause[][] {
  const groups: { from: number; to: number; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    // A participle clause borrows its subject from the front: its own words begin behind what is skipped.
    const from = clause.skipped.size > 0 ? Math.max(...clause.skipped) + 1 : clause.from;
    const group = groups.find((other) => from < other.to && other.from < clause.to);
    if (group) group.clauses.push(clause);
    else groups.push({ from, to: clause.to, clauses: [clause] });
  }
  return groups.map((group) => group.clauses);
}
