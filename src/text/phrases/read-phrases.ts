import { MONTHS, WEEKDAYS } from '../function-words.ts';
import type { Token } from '../tokens.ts';
import { nounPhraseAt, startsNoun } from './noun-phrase.ts';
import { isGlued, type Phrase } from './phrase.ts';
import { infinitiveAt, isParticiple, participleAt, verbAt } from './verb-phrase.ts';

const OPENER =
  /^(?:that|whilst|who|whom|whose|which|where|when|while|whether|if|because|although|though|unless|until|whereas|how|why|what|once|lest|whoever|whatever)$/;
/** These open a clause or stand before a noun. */
const BOTH = /^(?:after|before|since|as|than|like|until)$/;
/** Forms of verbs that open a phrase as a preposition does. */
const AS_PREPOSITION =
  /^(?:compared|following|including|regarding|concerning|excluding|pending|barring|according|owing)$/;
const ASIDES =
  /^(?:of course|in fact|at least|for example|for instance|in particular|at all|in general|so far|once again|in turn|as well)$/;
const MARK = /^(?:[,;:.?!–—…<>[\]]|--|-)$/;
const MULTI =
  /^(?:due to|compared with|compared to|because of|instead of|ahead of|out of|according to|as well|such as|as of|up to|prior to|next to|close to|along with|rather than|in front|as part|owing to|thanks to|regardless of|apart from|aside from|away from|as to|as for|subject to)$/;
const TIME_HEAD =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|century|time|season|today|yesterday|tonight|tomorrow|midnight|noon|moment)s?$/;
const TIME_OPENER =
  /^(?:all|only|just|on|in|at|by|since|until|till|from|for|during|over|within|after|before|late|early|last|next|this|earlier|later|ago|every|each)$/;
const DAYS = new Set<string>([...WEEKDAYS, ...MONTHS]);
/** "in May", "May 3": not "may", nor a name ("Ant and Dec"). */
function isDay(tokens: readonly Token[], at: number): boolean {
  const { norm, text } = tokens[at]!;
  if (!DAYS.has(norm) || !/^\p{Lu}/u.test(text)) return false;
  if (!MONTHS.has(norm)) return true;
  const beside = (token: Token | undefined) =>
    token !== undefined &&
    (/^\d/.test(token.text) ||
      /^(?:in|on|of|since|by|until|till|from|to|for|during|and|last|next|late|early|mid|this|every|each|-|before|after|through|between)$/.test(
        token.norm,
      ));
  return beside(tokens[at - 1]) || /^\d/.test(tokens[at + 1]?.text ?? '');
}

/** The phrases of a clause, from its subject on, in order: every token belongs to one. */
export function readPhrases(tokens: readonly Token[], from: number, to: number): Phrase[] {
  const found: Phrase[] = [];
  let at = from;
  while (at < to) {
    const next = phraseAt(tokens, at, to, found);
    if (next.kind === 'noun' && isHiddenVerb(tokens, next, to, found)) {
      found.push(
        { ...next, to: next.to - 1, head: next.to - 2 },
        {
          kind: 'verb',
          from: next.to - 1,
          to: next.to,
          head: next.to - 1,
          verb: { lemma: tokens[next.to - 1]!.lemma, finite: true, passive: false, links: false },
        },
      );
    } else found.push(next);
    at = next.to;
  }
  return withLists(found, tokens);
}

/** "Tory, Lib Dem and Labour voters": what commas and a last "and" hold together is one phrase. */
function withLists(phrases: readonly Phrase[], tokens: readonly Token[]): Phrase[] {
  const found: Phrase[] = [];
  for (let k = 0; k < phrases.length; k++) {
    const first = phrases[k]!;
    const last = /^(?:noun|preposition)$/.test(first.kind) ? endOfList(phrases, k, tokens) : k;
    found.push(last === k ? first : { ...first, to: phrases[last]!.to });
    k = last;
  }
  return found;
}

/** The last item of a list of at least three that begins with a phrase; the phrase itself where none does. */
function endOfList(phrases: readonly Phrase[], from: number, tokens: readonly Token[]): number {
  let k = from;
  const isComma = (at: number) => phrases[at]?.kind === 'mark' && tokens[phrases[at]!.from]!.text === ',';
  const isItem = (at: number) =>
    phrases[at]?.kind === 'noun' || (phrases[at]?.kind === 'preposition' && phrases[from]!.kind === 'preposition');
  while (isComma(k + 1) && isItem(k + 2)) k += 2;
  if (k === from) return from;
  // "Malaysia, Indonesia and Zaire": the last two are one phrase already.
  const { from: start, to: end } = phrases[k]!;
  if (tokens.slice(start + 1, end - 1).some(({ norm, pos }) => norm === 'and' && pos === 'CCONJ')) return k;
  const joint = isComma(k + 1) ? k + 2 : k + 1;
  const closes =
    phrases[joint]?.kind === 'joint' && /^(?:and|or)$/.test(tokens[phrases[joint]!.from]!.norm) && isItem(joint + 1);
  const isSubject = phrases.slice(0, from).every(({ kind }) => kind !== 'verb') || phrases[from - 1]?.kind === 'opener';
  return closes && (isSubject || phrases[joint + 2]?.kind !== 'verb') ? joint + 1 : from;
}

function phraseAt(tokens: readonly Token[], at: number, to: number, before: readonly Phrase[]): Phrase {
  const token = tokens[at]!;
  if (token.text === '(' || token.text === '[') return asideAt(tokens, at, to);
  if (MARK.test(token.text) && !isGlued(tokens, at)) return one('mark', at);
  // Quotation marks part nothing.
  if (/^(?:["“”]|'')$/.test(token.text) && at + 1 < to) {
    const next = phraseAt(tokens, at + 1, to, before);
    return { ...next, from: at };
  }
  const list = before.at(-1);
  if (token.pos === 'CCONJ' || /^(?:and|or|but|nor)$/.test(token.norm)) return one('joint', at);
  // "of course", "in fact".
  if (at + 1 < to && ASIDES.test(`${token.norm} ${tokens[at + 1]!.norm}`))
    return { kind: 'adverb', from: at, to: at + 2, head: at };
  const time = timesAt(tokens, at, to);
  if (time > at) return { kind: 'time', from: at, to: time, head: at };
  const infinitive = infinitiveAt(tokens, at, to);
  if (infinitive) return { kind: 'infinitive', from: at, ...infinitive };
  if (OPENER.test(token.norm) && !(token.norm === 'that' && token.pos === 'DET' && !opensClauseHere(tokens, at, to)))
    return one('opener', at);
  if (BOTH.test(token.norm) && opensClauseHere(tokens, at, to)) return one('opener', at);
  const verb = verbPhrase(tokens, at, to, before);
  if (verb) return verb;
  // "About 60 people": how many, not about whom.
  const bounds =
    /^(?:about|around|nearly|almost)$/.test(token.norm) ||
    (before.length === 0 && /^(?:over|under)$/.test(token.norm)) ||
    /^(?:at least|at most|up to)$/.test(`${token.norm} ${tokens[at + 1]?.norm}`);
  const bound = bounds ? nounPhraseAt(tokens, at, to) : null;
  if (
    bound &&
    (before.length === 0 || list?.kind === 'verb' || list?.kind === 'infinitive' || list?.kind === 'participle')
  )
    return { kind: 'noun', from: at, to: bound.to, head: bound.head };
  if (
    token.pos === 'ADP' ||
    AS_PREPOSITION.test(token.norm) ||
    (token.pos === 'SCONJ' && !OPENER.test(token.norm)) ||
    isMulti(tokens, at)
  )
    return prepositionAt(tokens, at, to);
  const noun = nounPhraseAt(tokens, at, to);
  if (noun) return { kind: 'noun', from: at, to: noun.to, head: noun.head };
  if (token.pos === 'ADJ') return adjectiveAt(tokens, at, to);
  if (token.pos === 'ADV' && tokens[at + 1]?.pos === 'ADJ' && at + 1 < to && list?.verb?.links)
    return adjectiveAt(tokens, at, to);
  if (token.pos === 'ADV') return one('adverb', at);
  return one(/[\p{L}\p{N}]/u.test(token.text) ? 'adverb' : 'mark', at);
}

const one = (kind: Phrase['kind'], at: number): Phrase => ({ kind, from: at, to: at + 1, head: at });

function asideAt(tokens: readonly Token[], at: number, to: number): Phrase {
  const close = tokens.findIndex(({ text }, i) => i > at && (text === ')' || text === ']'));
  return { kind: 'aside', from: at, to: close > 0 && close < to ? close + 1 : at + 1, head: at };
}

const isMulti = (tokens: readonly Token[], at: number): boolean =>
  MULTI.test(`${tokens[at]!.norm} ${tokens[at + 1]?.norm}`);

/** "in the bank", "due to a shortage", "by selling": the preposition alone where a verb follows it. */
function prepositionAt(tokens: readonly Token[], at: number, to: number): Phrase {
  const start = isMulti(tokens, at) ? at + 2 : at + 1;
  const inner =
    /^(?:from|since|until|till|out|up|over|down|off|around|about|at|just|of|by|for|to|in|under|behind|between|before|after|within|near|more|less|than)$/;
  const next = start < to && tokens[start]!.pos === 'ADP' && inner.test(tokens[start]!.norm) ? start + 1 : start;
  const noun = nounPhraseAt(tokens, next, to);
  if (!noun) return { kind: 'preposition', from: at, to: start, head: at };
  // "between A and B".
  const joint = tokens[noun.to];
  if (/^between$/.test(tokens[at]!.norm) && joint?.norm === 'and' && noun.to < to) {
    const other = nounPhraseAt(tokens, noun.to + 1, to);
    if (other) return { kind: 'preposition', from: at, to: other.to, head: other.head };
  }
  return { kind: 'preposition', from: at, to: noun.to, head: noun.head };
}

function adjectiveAt(tokens: readonly Token[], at: number, to: number): Phrase {
  let end = at;
  while (end < to && tokens[end]!.pos === 'ADV') end++;
  while (
    end < to &&
    ((tokens[end]!.pos === 'ADJ' && !/^(?:last|next|early|late|earlier)$/.test(tokens[end]!.norm)) ||
      (isGlued(tokens, end) && end > at))
  )
    end++;
  return { kind: 'adjective', from: at, to: Math.max(end, at + 1), head: Math.max(end, at + 1) - 1 };
}

/** A finite verb, or a participle where a finite verb cannot stand or another one is to come. */
function verbPhrase(tokens: readonly Token[], at: number, to: number, before: readonly Phrase[]): Phrase | null {
  const token = tokens[at]!;
  const last = before.findLast(({ kind }) => kind !== 'adverb' && kind !== 'time' && kind !== 'aside');
  const ing = /ing$/.test(token.norm) && token.pos === 'VERB' && !AS_PREPOSITION.test(token.norm);
  if (ing) {
    const made = participleAt(tokens, at, to);
    return made && !(last?.kind === undefined) ? { kind: 'participle', from: at, ...made } : null;
  }
  const made = verbAt(tokens, at, to);
  if (!made || made.to <= at) return null;
  const head = tokens[made.head]!;
  const single = made.head === at || tokens.slice(at, made.head).every(({ pos }) => pos === 'ADV');
  if (single && head.pos === 'VERB' && isParticiple(head)) {
    // A participle before its noun is a part of a noun phrase: "increased use".
    if (
      !last ||
      last.kind === 'mark' ||
      last.kind === 'joint' ||
      (last.kind === 'preposition' && last.head === last.from)
    ) {
      const noun = nounPhraseAt(tokens, at, to);
      if (noun && last?.kind !== 'joint') return null;
      if (last?.kind === 'joint' && noun && !lastIsVerbal(before)) return null;
    }
    const kind = isReduced(tokens, at, made.to, to, before) ? 'participle' : 'verb';
    return { kind, from: at, ...made, verb: { ...made.verb, passive: kind === 'participle' } };
  }
  return { kind: 'verb', from: at, ...made };
}

const lastIsVerbal = (before: readonly Phrase[]): boolean => before.some(({ kind }) => kind === 'verb');

/** "The company plans/NOUN to cut", "The firm plans a sale": a noun that must be the verb, for the clause has no other. */
function isHiddenVerb(
  tokens: readonly Token[],
  { from, to: end, head }: Phrase,
  to: number,
  before: readonly Phrase[],
): boolean {
  const { norm, lemma, pos } = tokens[head]!;
  if (pos !== 'NOUN' || head !== end - 1 || !/s$/.test(norm) || lemma === norm || end >= to) return false;
  const owner = tokens[head - 1];
  if (
    head - 1 < from ||
    !owner ||
    !/^(?:NOUN|PROPN)$/.test(owner.pos) ||
    (owner.lemma !== owner.norm && owner.pos === 'NOUN')
  )
    return false;
  if (before.some(({ kind }) => kind === 'verb')) return false;
  const next = tokens[end]!;
  if (next.norm !== 'to' && next.pos !== 'DET' && !/^(?:he|she|they|it|we)$/.test(next.norm)) return false;
  for (let i = end; i < to; i++) {
    const token = tokens[i]!;
    if (OPENER.test(token.norm) || /^[,;:]$/.test(token.text)) return true;
    if (
      token.pos === 'AUX' ||
      (token.pos === 'VERB' && !/ing$/.test(token.norm) && tokens[i - 1]!.norm !== 'to' && !isParticiple(token))
    )
      return false;
  }
  return true;
}

/** "the pump | supplied by Bosch", "fraud | reported by consumers | was": behind a noun, with its own verb elsewhere. */
function isReduced(tokens: readonly Token[], at: number, end: number, to: number, before: readonly Phrase[]): boolean {
  const last = before.findLast(({ kind }) => kind !== 'adverb' && kind !== 'time' && kind !== 'aside');
  if (!last) return false;
  if (last.kind === 'verb' || last.kind === 'infinitive') return true;
  // "A spokesman, Ann Lee, | said": a second mark closes what the first opened.
  const marks = before.filter(({ kind }) => kind === 'mark').length;
  if (last.kind === 'mark' && before.every(({ kind }) => kind !== 'verb')) return marks % 2 === 1;
  // "those struck by a bolt".
  if (last.to === at && /^(?:those|anyone|everyone)$/.test(tokens[last.to - 1]!.norm) && !startsNoun(tokens, end, to))
    return true;
  const opened = before.findLastIndex(({ kind }) => kind === 'opener' || kind === 'joint');
  const hasVerb = before.slice(opened + 1).some(({ kind }) => kind === 'verb');
  if (hasVerb) {
    // "says trade fell", "believe houses cost": a clause without "that" has its own verb.
    if (startsNoun(tokens, end, to) && !/^(?:ADP)$/.test(tokens[end]!.pos)) return false;
    const verb = before.findLast(({ kind }) => kind === 'verb')!;
    const speaks =
      /^(?:say|think|believe|know|hope|claim|add|show|find|report|suggest|mean|feel|hear|fear|expect|see|estimate|insist|admit|argue|warn)$/;
    return !(speaks.test(verb.verb?.lemma ?? '') && tokens[end]?.norm !== 'by');
  }
  if (tokens[end]?.norm === 'by' && end < to) return true;
  // Another finite verb follows before anything that opens a clause: that one is the main verb.
  for (let i = end; i < to; i++) {
    const { pos, norm, text } = tokens[i]!;
    if (OPENER.test(norm) || pos === 'CCONJ' || /^[,;:]$/.test(text) || (pos === 'SCONJ' && norm !== 'than'))
      return false;
    if (BOTH.test(norm) && !/^(?:as|than|like)$/.test(norm)) return false;
    if (pos === 'AUX' && !/^(?:be|been|being)$/.test(norm)) return !startsNoun(tokens, end, to);
    if (pos === 'VERB' && !/ing$/.test(norm) && tokens[i - 1]!.norm !== 'to' && !isParticiple(tokens[i]!))
      return !startsNoun(tokens, end, to);
  }
  return false;
}

/** A subject with its verb stands behind "after", "as", "since". */
function opensClauseHere(tokens: readonly Token[], at: number, to: number): boolean {
  const noun = nounPhraseAt(tokens, at + 1, to);
  if (!noun) return false;
  let i = noun.to;
  while (i < to && (tokens[i]!.pos === 'ADV' || tokens[i]!.pos === 'PART')) i++;
  const verb = tokens[i];
  if (!verb || i >= to) return false;
  if (verb.pos === 'AUX') return !/^(?:be|been|being)$/.test(verb.norm);
  return verb.pos === 'VERB' && !/ing$/.test(verb.norm) && tokens[i + 1]?.norm !== 'by';
}

/** "on Monday and Tuesday" is one time. */
function timesAt(tokens: readonly Token[], at: number, to: number): number {
  let end = timeAt(tokens, at, to);
  while (end > at && end + 1 < to && /^(?:and|or|to)$/.test(tokens[end]!.norm)) {
    const next = timeAt(tokens, end + 1, to);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** "on Wednesday", "last week", "two months ago", "in April", "yesterday", "this year": the end of a time that begins here. */
function timeAt(tokens: readonly Token[], at: number, to: number): number {
  const first = tokens[at]!;
  if (/^(?:yesterday|today|tonight|tomorrow)$/.test(first.norm) || isDay(tokens, at)) return endOfDate(tokens, at, to);
  let i = at;
  if (
    !TIME_OPENER.test(first.norm) &&
    first.pos !== 'NUM' &&
    !/^(?:a|an|the|some|several|earlier|later)$/.test(first.norm)
  )
    return at;
  while (
    i < to &&
    (TIME_OPENER.test(tokens[i]!.norm) ||
      /^(?:a|an|the|about|around|some|several|few|more|than|past|first|second|third|fourth|same|early|late|mid|recent|coming|previous|following|just|only|almost|nearly|-)$/.test(
        tokens[i]!.norm,
      ) ||
      tokens[i]!.pos === 'NUM')
  )
    i++;
  if (i >= to)
    return at > 0 &&
      /^(?:in|since|by|until)$/.test(first.norm) &&
      /^(?:1[89]|20)\d\d$/.test(tokens[to - 1]!.text) &&
      to === at + 2
      ? to
      : at;
  // "since then".
  if (/^(?:since|until|by)$/.test(first.norm) && /^(?:then|now)$/.test(tokens[at + 1]?.norm ?? '') && at + 1 < to)
    return at + 2;
  const core = tokens[i]!;
  if (isDay(tokens, i) || /^(?:yesterday|today|tonight|tomorrow)$/.test(core.norm)) return endOfDate(tokens, i, to);
  if (i > at && TIME_HEAD.test(core.norm) && !isGlued(tokens, i + 1)) {
    let end = i + 1;
    if (
      /^(?:ago|earlier|later|prior|before|after|now)$/.test(tokens[end]?.norm ?? '') &&
      end < to &&
      !(tokens[end]!.norm === 'after' || tokens[end]!.norm === 'before')
    )
      end++;
    // "the end of the year", "the time of the fire", "the second quarter of 1987".
    if (tokens[end]?.norm === 'of' || tokens[end]?.norm === "'s") return at;
    // "a one-year repair programme", "a 36-year absence": it only describes.
    if (end < to && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end]!.pos) && !isDay(tokens, end) && end === i + 1) return at;
    // A length of time that is counted ("for the first time") tells more; a noun of its own ("the week") is no time.
    const bare = /^(?:a|an|the)$/.test(first.norm) || first.pos === 'NUM';
    return bare && end === i + 1 ? at : end;
  }
  if (i === at + 1 || /^(?:1[89]|20)\d\d$/.test(tokens[i - 1]!.text)) {
    const year = tokens[i - 1]!;
    if (
      /^(?:1[89]|20)\d\d$/.test(year.text) &&
      i > at + 1 &&
      /^(?:in|since|by|until|of|from|during|late|early)$/.test(first.norm)
    )
      return i;
  }
  return at;
}

function endOfDate(tokens: readonly Token[], at: number, to: number): number {
  let end = at + 1;
  while (
    end < to &&
    ((tokens[end]!.norm === 'of' && /^(?:1[89]|20)\d\d$/.test(tokens[end + 1]?.text ?? '')) ||
      /^\d{1,4}(?:st|nd|rd|th)?$/.test(tokens[end]!.text) ||
      /^(?:morning|afternoon|evening|night)$/.test(tokens[end]!.norm))
  )
    end++;
  if (/^['’]s?$/.test(tokens[end]?.text ?? '')) return at;
  // "the May elections", "Monday talks": it only describes.
  return tokens[end] && end < to && /^(?:NOUN)$/.test(tokens[end]!.pos) ? at : end;
}
