import type { Finding } from '../../story/furniture.ts';
import { wordCount } from '../../text/length/word-count.ts';
import { oncePer } from '../../text/memory/once-per.ts';
import { markedSpans } from '../../text/quote-marks.ts';
import type { Token } from '../../text/tokens.ts';
import { PRONOUNS } from '../../text/words/function-words.ts';
import type { Checked, ElementKind } from '../check-type.ts';
import type { Alignment } from '../reading/align.ts';
import { isToldRow } from '../reading/told-row.ts';
import { readKept } from '../reading/whole-clause.ts';

type Limits = { readonly characters?: number; readonly words: readonly [number, number]; readonly sentence: boolean };
export const LIMITS: Readonly<Record<ElementKind, Limits>> = {
  displayHeadline: { characters: 80, words: [2, 16], sentence: false },
  standfirst: { characters: 160, words: [5, 40], sentence: true },
  summary: { words: [4, 60], sentence: true },
  keyPointsTitle: { characters: 80, words: [3, 10], sentence: false },
  keyPoint: { words: [4, 9], sentence: false },
};

const DANGLING =
  /\b(?:a|an|the|of|to|in|on|for|and|or|but|with|by|at|from|as|that|which|who|whose|if|than|into|over|its|his|her|their|our|my|your|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|not|very|more|most|every|no|be|been|being|during|between|against|under|about|through|including|because|while|when|after|before|since|until|although|per|via|such|however|following|he|she|they|we|(?:at|in|of|for|from|by|to|on) each)[.,:;]?$/i;
/** "The bank says if nobody bids": the rest is missing. */
const OPENS_CONDITION =
  /\b(?:says?|said|adds|added|indicated|insists|insisted|argued|argues|warns|warned):? (?:that )?(?:if|when|unless|once|until)\b|^[^:]{2,40}: (?:if|when|unless|once|until)\b/iu;
/** "Members say members …", "The spokesman says adding …". */
const SAYS_OF_ITSELF =
  /^(?:\S+ ){0,3}(\p{L}{3,})(?::| says?| said) (?:\1\b|adding\b|saying\b|noting\b|citing\b|speaking\b)/iu;
/** More characters than any of these words with its mark, and the one before it. */
const LONGEST_DANGLING = 14;
/** The month, not the verb of a headline that is cut: "closes in May". */
const MONTH_OF_MAY =
  /\b(?:in|of|until|till|by|from|since|to|for|last|next|this|early|late|before|after|\d{1,2}) May[.]?$/i;
const LEANS =
  /^(?:who|where|like|unlike|again|he|she|it|they|him|her|them|his|hers|its|their|this|that|these|those|however|but|and|or|so|yet|nor|also|meanwhile|moreover|furthermore|therefore|thus|instead|nevertheless|nonetheless|still|then|similarly|likewise|otherwise|such|there(?! (?:is|are|was|were|will|would|could|may|might|has|have|had)\b)|here|hence|consequently|another (?:said|is|was)|a (?:second|third|fourth) (?:has|had|is|was|will|would|said)|(?:the )?(?:pair|duo|trio|latter)(?! of\b)|(?:the )?resulting|including|excluding|both|neither(?! .+ nor )|one(?! of (?:the|its|his|her|their)\b)|some (?:of them|of these|of those|are|were|have|had|said|say)|others|who|which|whose|because|too|as a result|in addition|for example|for instance|on the other hand|at the same time|in contrast|by contrast|even so|in turn|to this end|according to (?:him|her|them|it))\b/i;

const POINTS_BACK =
  /\b(?:this|that|these|those) (?:same|latest|very)\b|\b(?:by|in|during|at|of) that (?:election|margin|race|contest|vote|meeting|debate|case|state|game|match|effort|decision|deal)\b|\b(?:these|those) \p{Ll}+s\b|^no other\b(?!.*\bthan\b)/iu;

/** The draft reads as a whole by itself: beginning, end, marks, length, and nothing that points outside it. */
export function checkForm({ draft, kind, alignment, cuts, story }: Checked): Finding[] {
  const { text } = draft;
  const limits = LIMITS[kind];
  const count = wordCount(text);
  const found: Finding[] = [];
  const refuse = (message: string) => found.push({ check: 'form', message });
  if (text !== text.trim() || text === '') refuse('There is white space around the words.');
  if (!/^[\p{Lu}\p{N}“"‘'$£€(]/u.test(text)) refuse('It begins with a small letter.');
  // "…, Rubio Says" ends on its attribution, not in the air.
  const end = alignment?.attribution?.end ?? 0;
  const attributed = end > 0 && /^ (?:says?|said)[.]?$/i.test(text.slice(end));
  if (DANGLING.test(text.slice(-LONGEST_DANGLING)) && !attributed && !MONTH_OF_MAY.test(text))
    refuse(`It ends on “${text.split(' ').at(-1)}”.`);
  if (/\s[,.;:!?]|\(\s*\)|\s{2,}|,,|[,;:–—-]\s*[.,;:]|[,;:–—]$|^[,.;:)\]–—-]|\.\.$|[.!?][’'”"]\.$/.test(text))
    refuse('The punctuation is broken.');
  // "gave it to <CYQ>, which", without the ticker.
  const [nobody] = text.match(/\b(?:to|of|from|with|by|for|into), (?:which|who|whose)\b/) ?? [];
  if (nobody && !story.copy.text.includes(nobody)) refuse(`Who is meant has gone from “${nobody}”.`);
  if (
    !limits.sentence &&
    /^(?:what|how|why|whether|that|which|who|if|when|while|as|because|although)\b/i.test(text) &&
    !text.endsWith('?')
  )
    refuse(`“${text.split(' ')[0]}” opens what is not finished.`);
  if (!limits.sentence && /; \p{L}+$/u.test(text)) refuse('One word is left of what stands behind the semicolon.');
  if (!limits.sentence && /--|—/.test(text)) refuse('A dash breaks it in two.');
  if (markedSpans(text).some(({ start, end }) => /^\s|\s$/.test(text.slice(start, end))))
    refuse('There is white space inside quotation marks.');
  const broken = draft.madeBy.kind === 'engine' ? brokenMark(text) : undefined;
  if (broken !== undefined) refuse(`“${broken}” is half of a pair of marks.`);
  const [leaning] = text.match(POINTS_BACK) ?? [];
  if (!limits.sentence && leaning) refuse(`“${leaning}” points at what is not here.`);
  const [bare] =
    text.match(/\b(?:said|says)(?: that)? (?:which|whose)\b|^\d+\p{Lu}\p{Ll}|\bthe following \p{L}+\.?$/u) ?? [];
  if (bare) refuse(`“${bare}” is left of something else.`);
  if (!limits.sentence && /^\d[\d.,]*%? says\b/.test(text)) refuse('One verb stands for many.');
  if (/\bsays? (?:last (?:week|month|year|night)|yesterday|earlier)\b/.test(text))
    refuse('What was said then is not said now.');
  if (!limits.sentence && /\b(?:telling|told|tells?) (?:reporters|journalists|investors|lawmakers)$/.test(text))
    refuse('What was told is missing.');
  if (kind === 'keyPoint' && /\b(?:says?|said),/.test(text)) refuse('It begins in the middle of what is said.');
  if (!limits.sentence && SAYS_OF_ITSELF.test(text)) refuse('It says who speaks where what is said should stand.');
  const onlyIf = limits.sentence
    ? /\b(?:said|says|added)(?: that)? (?:once|if|unless|although)\b[^,]*$/
    : OPENS_CONDITION;
  if (onlyIf.test(text) && !text.includes(',')) refuse('What holds under the condition is not told.');
  const isRow = kind === 'keyPoint' && alignment !== null && isToldRow(alignment);
  if (kind === 'keyPoint' && text.includes(':') && !alignment?.attribution && !(isRow && keepsColons(alignment, story)))
    refuse('A colon stands where nobody speaks.');
  if (/^["“][^"”]*["”][.]?$/.test(text)) refuse('A quotation stands without its speaker.');
  if (!marksPair(text)) refuse('A quotation mark or a bracket stays open.');
  if (count < limits.words[0] || count > limits.words[1])
    refuse(`It has ${count} words; allowed are ${limits.words.join(' to ')}.`);
  if (limits.characters && text.length > limits.characters)
    refuse(`It has ${text.length} characters; at most ${limits.characters}.`);
  if (LEANS.test(text.replace(/^["“‘']/, '')) || /^[^,:]{2,25}, (?:it|he|she|they)\b/u.test(text))
    refuse(`“${text.split(' ')[0]}” leans on words that are not here.`);
  if (limits.sentence && !/[.!?…]["”'’)]*$/.test(text)) refuse('It does not end as a sentence does.');
  if (!limits.sentence && /[^.]\.$/.test(text) && !/\b(?:[A-Z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St)\.$/.test(text))
    refuse('A headline or a point ends without a full stop.');
  if (alignment) found.push(...grammar({ alignment, limits, kind, cuts }));
  if (alignment && keepsDoubtfulCapital(alignment, story.copy.text))
    refuse('A capital may be left from the start of the sentence.');
  return found;
}

/** A mark that opens onto a blank, that nothing closes or that closes nothing, with the word beside it; undefined where all stand in pairs. */
function brokenMark(words: string): string | undefined {
  // "the Party‘s".
  const text = words.replace(/(?<=\p{L})‘(?=\p{L})/gu, '’');
  const onBlank = /(?:^|\s)[“‘"'] \S+/u.exec(text) ?? /\S+ [”](?=\s|$)/u.exec(text);
  if (onBlank) return onBlank[0].trim();
  const opened = /‘(?!\d\ds?\b|tis\b|til\b|em\b)[^’]*$/iu.exec(text) ?? /“[^”"]*$/u.exec(text);
  if (opened) return opened[0].slice(0, 20);
  const [first] = text.split('‘');
  // "Stickers’ day" is that of many; "Boy’ danced" closes what was cut.
  const closed = /\p{L}*[^\Ws]’(?=\s|$)/u.exec(first ?? '') ?? /^[^“"]*”/u.exec(text);
  if (closed) return closed[0].slice(-20);
  if (text.split("''").length % 2 === 0) return "''";
  const straight = text.replace(/\d"/g, '').split('"').length - 1;
  return straight % 2 === 1 && !/[“”]/u.test(text) ? '"' : undefined;
}

/** The label of an item and the figures of a time have their colons from the copy. */
const keepsColons = ({ draft, region }: NonNullable<Checked['alignment']>, { copy }: Checked['story']): boolean => {
  const before = (text: string) => [...text.matchAll(/(\S*):/gu)].map(([, word]) => word).join(' ');
  return before(draft.text) === before(copy[region.part].slice(region.start, region.end));
};

/** "a study said Sea urchins": a word that the copy writes with a capital only where a sentence begins, behind "said". */
function keepsDoubtfulCapital(
  { attribution, region, map, units, tokens, draft }: NonNullable<Checked['alignment']>,
  text: string,
): boolean {
  const first = units.findIndex((_, i) => (map[i] ?? -1) >= 0);
  const place = region.units[map[first] ?? -1];
  const unit = units[first];
  if (!attribution || attribution.start > 0 || !place || !unit || place.first > 1) return false;
  const word = draft.text.slice(tokens[unit.first]!.start, tokens[unit.first]!.end);
  const before = draft.text.slice(0, tokens[unit.first]!.start).trimEnd();
  if (!/^\p{Lu}\p{Ll}+$/u.test(word) || /[:“"]$/.test(before)) return false;
  const next = region.tokens[place.last + 1];
  return (
    next !== undefined &&
    (/^\p{Ll}/u.test(next.text) || (next.text === ',' && region.tokens[place.first]!.pos === 'NOUN')) &&
    !(text.includes(` ${word}`) && new RegExp(`[\\p{Ll},;] ${word}(?!\\p{L})`, 'u').test(text))
  );
}

function marksPair(text: string): boolean {
  if (!/["“”()[\]]/.test(text)) return true;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/"/g) % 2 === 0 &&
    count(/“/g) === count(/”/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
}

type Aligned = { readonly alignment: NonNullable<Checked['alignment']>; readonly limits: Limits } & Pick<
  Checked,
  'kind' | 'cuts'
>;

const isCased = oncePer((tokens: readonly Token[]) => tokens.some(({ text }) => /\p{Lu}/u.test(text)));

/** "The ministry plans/NOUN to build ferries": a verb that only the phrases show. */
function keepsHiddenVerb(alignment: Alignment): boolean {
  const kept = readKept(alignment);
  if (!kept) return false;
  const { read, words, stay, stays } = kept;
  const { head } = read.phrases[read.verb]!;
  return words[head]!.pos === 'NOUN' && stay[head] === true && stays[read.subject] === true;
}

/** Needs the parts of speech, which are the copy's: a draft in title case or cut short would be misread. */
function grammar({ alignment, limits, kind, cuts }: Aligned): Finding[] {
  const { region, map, units, tokens } = alignment;
  const found: Finding[] = [];
  const source = map.map((place) => (place < 0 ? undefined : region.tokens[region.units[place]!.first]));
  const finite = source.some((token, i) => token && isFiniteVerb(region.tokens, token, tokens[units[i]!.first]!.norm));
  const copula =
    /^(?:keyPoint)$/.test(kind) && cuts.some(({ words }) => words.length === 1 && /^(?:is|are)$/.test(words[0]!.norm));
  if (
    (limits.sentence || kind === 'keyPoint' || region.part === 'text') &&
    isCased(region.tokens) &&
    !finite &&
    !copula &&
    !keepsHiddenVerb(alignment) &&
    !(kind === 'keyPoint' && (isToldRow(alignment) || isHeadline(alignment, cuts)))
  )
    found.push({ check: 'form', message: 'There is no finite verb.' });
  const pronoun = source.findIndex((token) => token && PRONOUNS.has(token.norm) && token.pos === 'PRON');
  const named = source
    .slice(0, Math.max(0, pronoun))
    .some((token) => token === undefined || /^(?:NOUN|PROPN)$/.test(token.pos));
  const filled = pronoun >= 0 && tokens[units[pronoun]!.first]!.norm !== source[pronoun]!.norm;
  if (pronoun >= 0 && !named && !filled)
    found.push({ check: 'form', message: `“${source[pronoun]!.text}” stands for somebody who is not named.` });
  return found;
}

/** The agency's own headline, whole: it says what it says without a verb. */
const isHeadline = ({ region }: NonNullable<Checked['alignment']>, cuts: Checked['cuts']): boolean =>
  region.part === 'headline' && cuts.length === 0;

/** An auxiliary, or a verb that is neither a participle before its noun ("increased use") nor an infinitive. */
function isFiniteVerb(list: readonly Token[], token: Token, written: string): boolean {
  if (token.pos === 'AUX') return !/^(?:be|been|being)$/.test(token.norm);
  if (token.pos !== 'VERB' || /ing$/.test(written)) return false;
  const at = list.indexOf(token);
  const before = list[at - 1];
  if (before?.norm === 'to') return false;
  const open = before === undefined || /^(?:DET|ADJ|ADP|CCONJ|PUNCT)$/.test(before.pos);
  if (/^(?:DET|ADJ)$/.test(before?.pos ?? '') && /s$/.test(token.norm)) return false;
  return !(open && /(?:ed|en)$/.test(token.norm) && /^(?:NOUN|PROPN|ADJ)$/.test(list[at + 1]?.pos ?? ''));
}
