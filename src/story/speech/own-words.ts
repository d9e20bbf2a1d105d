import { rememberLast } from '../../text/memory/remember-last.ts';
import type { Name } from '../../text/names/names.ts';
import type { Token } from '../../text/tokens.ts';
import { CONDITIONS } from '../../text/words/function-words.ts';
import { FIRST_NAMES } from '../../text/words/name-words.ts';
import { presentOf } from '../../text/words/reporting-verbs.ts';
import { wordSet } from '../../text/words/word-set.ts';
import { copyNames } from '../reading/copy-names.ts';
import { type TaggedSentence, taggedSentences } from '../reading/tagged-sentences.ts';
import { isBodyWord } from '../who/is-body.ts';
import { type Reported, reportedIn } from './reported.ts';

/**
 * What nobody but the speaker decides: a plan, a wish or a view is hers whether or not "she says" stands before it. By lemma;
 * said in the past of what holds now.
 */
const STANCE = wordSet(
  `expect plan intend hope aim want seek propose consider believe oppose support favour favor welcome regret reject
  accept study review examine explore prepare negotiate discuss need prefer back`,
);
/** What a body does in its own affairs, and is the first to know of. By lemma. */
const DEEDS = wordSet(
  `buy sell acquire purchase offer agree sign start begin launch open close raise cut reduce increase expand build appoint
  name hire issue redeem repay pay declare file sue appeal withdraw drop suspend resume halt stop recall merge spin
  divest invest lend borrow receive secure complete join leave move introduce publish release extend renew cancel
  terminate exercise convert apply bid vote ban impose lift ease tighten grant award donate send deploy arrest charge
  reserve hold own operate employ supply deliver change add replace restructure reorganise reorganize form establish
  set ask urge call invite request resign retire step delay postpone shut reopen relocate transfer split
  approve earn report post allocate distribute auction lease rent licence license commission order book place
  spend ballot fund finance recruit rebuild repair restore double halve`,
);
/** "is prepared to sell": as much a stance as "wants to sell". */
const STANCES = /^(?:prepared|ready|willing|committed|confident|determined|keen|optimistic|concerned|disappointed)$/u;
/** Many of whom what they do is known by their word: bodies, not "brokers" or "candidates", who may only claim it or promise. */
const MANY_BODIES =
  /^(?:police|authorities|companies|firms|groups|banks|clubs|parties|agencies|countries|charities|unions|airlines|councils|ministries)$/u;
/** They who speak of themselves as "they"; at the start of a sentence the tagger takes them for a name. */
const MANY = /^(?:police|people|men|women)$/u;
const PLURAL = /[^s]s$/u;
const PERSONS = /^(?:spokes\w+|official|source|aide|chairman|chief|director|president|minister|secretary|analyst)$/u;
/** What may stand between "said" and what is said: when and where it was. */
const ASIDE =
  /^(?:that|on|in|a|the|late|early|today|yesterday|tonight|earlier|this|last|week|month|statement|news|press|release|filing|letter|report|announcement|notice|\p{L}+day|,)$/u;
const LONGEST_ASIDE = 7;
const SAYS = /^(?:said|says?|announce[sd]?|add(?:s|ed)|confirm(?:s|ed))$/u;
const BEFORE_SAID = /^(?:also|has|have|had|later|today|yesterday|earlier|on|again|then|further|,)$/u;
const OPENS_CLAUSE = /^(?:who|which|that|when|while|as|because|since|after|before|although|though|whether)$/u;
/** Words behind the pronoun among which its verb must stand, and no denial. */
const NEAR = 5;
const YEAR = /^(?:19|20)\d\d$/u;

/**
 * The sentences of a text in which a body tells of its own plans and deeds, or several people of what they want, read without "said it": of
 * "Norrland Ferries said it would sell two ships" the tokens of "Norrland Ferries will sell two ships", each at its place in the
 * text. By the start of the sentence. The speaker stays as the one who acts, so it is still told who says so; what she says of
 * others, denies, or says of what befell her has none.
 */
export const ownWordsOf: (text: string) => ReadonlyMap<number, TaggedSentence> = rememberLast((text) => {
  const found = new Map<number, TaggedSentence>();
  for (const sentence of taggedSentences(text)) {
    const made = withoutSaying(sentence, text);
    if (made) found.set(sentence.start, made);
  }
  return found;
});

function withoutSaying(sentence: TaggedSentence, text: string): TaggedSentence | null {
  for (const stretch of sentence.reported) {
    const speaker = beforeAside(sentence.tokens, stretch.cue) ?? stretch.speaker;
    const at = ownPronoun(sentence, { ...stretch, speaker }, text);
    if (at < 0 || speaker === null) continue;
    const isBody = sentence.tokens[at]!.norm === 'it' || MANY_BODIES.test(sentence.tokens[speaker[1]]!.norm);
    const verb = ownVerb(sentence.tokens, at, isBody);
    if (verb === null) continue;
    const [first, last] = speaker;
    // What stands in front says when she said it: "Last week, the bank said it would …".
    const front = sentence.tokens.slice(0, first);
    if (front.some(({ norm }) => CONDITIONS.has(norm) || OPENS_CLAUSE.test(norm))) continue;
    const kept = sentence.tokens.flatMap((_, i) => (i < first || (i > last && i <= at) ? [] : [i]));
    const tokens = kept.map((i) => verb.get(i) ?? sentence.tokens[i]!);
    const quoted = kept.map((i) => sentence.quoted[i]!);
    const rewritten = kept.flatMap((i, k) => (verb.has(i) ? [k] : []));
    return { ...sentence, tokens, quoted, reported: reportedIn({ tokens, quoted }), rewritten };
  }
  return null;
}

/** "Calder Corp <CLD>, a maker of boats that sail, said": the subject in front, without its ticker; null where no aside parts it from its verb. */
function beforeAside(tokens: readonly Token[], cue: number): readonly [number, number] | null {
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (comma < 1 || tokens[cue - 1]?.text !== ',' || comma >= cue - 2) return null;
  const ticker = tokens.findIndex(({ text }) => text === '<');
  const end = ticker > 0 && ticker < comma ? ticker : comma;
  const isName = tokens
    .slice(0, end)
    .every(({ pos, norm }) => /^(?:PROPN|DET|NOUN|ADJ|NUM)$/.test(pos) || /^['’]s?$|^of$|^&$|^\.$/.test(norm));
  return isName && end > 0 ? [0, end - 1] : null;
}

/** The place of "it" or "they" behind "said", where it can only be the speaker; -1. */
function ownPronoun({ tokens, quoted }: TaggedSentence, { cue, speaker, from }: Reported, text: string): number {
  if (!speaker || speaker[1] > cue || from < cue || !SAYS.test(tokens[cue]!.norm)) return -1;
  // "Baltic Iron and | Steel Co": a firm is not called by the end of its name.
  if (/^(?:and|&)$/u.test(tokens[speaker[0] - 1]?.norm ?? '')) return -1;
  let at = cue + 1;
  while (at - cue <= LONGEST_ASIDE && ASIDE.test(tokens[at]?.norm ?? '')) at++;
  const norm = tokens[at]?.norm ?? '';
  if (!/^(?:it|they)$/u.test(norm) || quoted[at] || quoted[cue]) return -1;
  // "Nor Am also said": a name goes on behind what was taken for the whole of it.
  // "<Norrland Ferries> said".
  const between = tokens.slice(speaker[1] + 1, cue).filter(({ text }, i) => !(i === 0 && text === '>'));
  const isAside = between.length > 2 && /^[,<]$/u.test(between[0]!.text) && between.at(-1)!.text === ',';
  if (!isAside && between.some((token) => !BEFORE_SAID.test(token.norm) || /^\p{Lu}/u.test(token.text))) return -1;
  const last = tokens[speaker[1]]!;
  const isMany = MANY.test(last.norm) || (last.pos === 'NOUN' && PLURAL.test(last.norm));
  if (norm === 'they') return isMany ? at : -1;
  return !isMany && isBodyAt(tokens, speaker, text) ? at : -1;
}

/** A name that is no person's, or "the bank". */
function isBodyAt(tokens: readonly Token[], [first, last]: readonly [number, number], text: string): boolean {
  const end = tokens[last]!;
  if (isBodyWord(end.norm)) return true;
  if (end.pos === 'NOUN' && !/^\p{Lu}/u.test(end.text)) return BODY_NOUNS.has(end.norm);
  const name = copyNames(text).find(({ mentions }) => mentions.some((m) => m.start < end.end && end.start < m.end));
  if (!name || name.kind === 'person' || PERSONS.test(end.norm)) return false;
  return !isLikePerson(name) || tokens[first]!.norm === 'the';
}

const BODY_NOUNS = wordSet(
  `company firm maker producer carrier operator retailer lender broadcaster publisher charity business chain brewer developer
  manufacturer supplier airline bank union council party ministry department agency government club team league
  federation committee commission board court airport hospital school university museum theatre group unit
  subsidiary partnership consortium watchdog regulator institute foundation treasury utility refiner insurer miner`,
);

/** "Ann Lee" is, by her first name; so may two plain words be. */
const isLikePerson = ({ full }: Name): boolean => {
  const [first = '', ...rest] = full.split(' ');
  return rest.length > 0 && (FIRST_NAMES.has(first.toLowerCase()) || /^\p{Lu}\.$/u.test(first));
};

/** What the verb behind the pronoun at `at` is written as without "said"; null where what it tells is not the speaker's own. Persons tell only what they want. */
function ownVerb(tokens: readonly Token[], at: number, isBody: boolean): ReadonlyMap<number, Token> | null {
  const near = tokens.slice(at + 1, at + 1 + NEAR);
  if (near.some(({ norm }) => /^(?:not|n't|n’t|never|no|nothing|neither|nor)$/u.test(norm))) return null;
  const isOne = tokens[at]!.norm === 'it';
  const skipAdverbs = (from: number): number => {
    let i = from;
    while (tokens[i]?.pos === 'ADV') i++;
    return i;
  };
  const first = skipAdverbs(at + 1);
  const token = tokens[first];
  if (!token) return null;
  const next = tokens[skipAdverbs(first + 1)];
  const as = (text: string) => new Map([[first, { ...token, text, norm: text, lemma: token.lemma }]]);
  const tells = (verb: Token | undefined): boolean =>
    verb?.pos === 'VERB' && (STANCE.has(verb.lemma) || (isBody && DEEDS.has(verb.lemma)));
  switch (token.norm) {
    case 'will':
      return tells(next) ? new Map() : null;
    case 'would':
      return isDecided(next) ? as('will') : null;
    case 'has':
    case 'have':
      return tells(next) ? new Map() : null;
    case 'had':
      // "had sold it in 1983" is no "has sold".
      return tells(next) && !tokens.some(({ norm }) => YEAR.test(norm)) ? as(isOne ? 'has' : 'have') : null;
    case 'is':
    case 'are':
      return isUnderWay(next) ? new Map() : null;
    case 'was':
    case 'were':
      return isUnderWay(next) ? as(isOne ? 'is' : 'are') : null;
    default:
      if (token.pos !== 'VERB' || !tells(token)) return null;
      if (!STANCE.has(token.lemma)) return /(?:ing|en)$/u.test(token.norm) ? null : new Map();
      if (/ing$/u.test(token.norm)) return null;
      return as(isOne ? presentOf(token.lemma) : token.lemma);
  }

  // "would expect", "would normally sell", "would sell if": no decision.
  function isDecided(verb: Token | undefined): boolean {
    const rest = tokens.slice(first + 1);
    return (
      isBody &&
      verb?.pos === 'VERB' &&
      DEEDS.has(verb.lemma) &&
      (rest[0] === verb || /^(?:also|soon|now)$/u.test(rest[0]!.norm)) &&
      !rest.some(({ norm }) => CONDITIONS.has(norm))
    );
  }

  function isUnderWay(verb: Token | undefined): boolean {
    if (verb === undefined) return false;
    return STANCES.test(verb.norm) || (/ing$/u.test(verb.norm) && tells(verb));
  }
}
