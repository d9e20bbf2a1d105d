/** What a planter needs besides the sentence: the other sentences of the story, and names that stand in it. */
export type Around = { readonly others: readonly string[]; readonly names: readonly string[] };

/** A kind of error as it happens in newsrooms and to language models: the sentence with one of it planted, or null where it has no place. */
export type Planter = { readonly kind: string; plant(sentence: string, around: Around): string | null };

const swap =
  (pairs: readonly (readonly [RegExp, string])[]): Planter['plant'] =>
  (sentence) => {
    for (const [pattern, by] of pairs) if (pattern.test(sentence)) return sentence.replace(pattern, by);
    return null;
  };
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November'];
const next = (list: readonly string[], by: number): (readonly [RegExp, string])[] =>
  list.map((word, i) => [new RegExp(`\\b${word}\\b`), list[(i + by) % list.length] ?? word] as const);
const nameIn = (sentence: string, names: readonly string[]): string | undefined =>
  names.find((name) => sentence.includes(name));

/** In the order in which the report names them. */
export const PLANTERS: readonly Planter[] = [
  { kind: 'number changed', plant: (s) => s.replace(/\b\d{1,3}\b(?![,\d])/, (n) => String(Number(n) + 7)) },
  {
    kind: 'number word changed',
    plant: swap([
      [/\b(?:two|three|four|five|six|seven|eight|ten|eleven|twelve)\b/, 'nine'],
      [/\bnine\b/, 'four'],
    ]),
  },
  {
    kind: 'scale or unit changed',
    plant: swap([
      [/\bmillion\b/, 'billion'],
      [/\bbillion\b/, 'million'],
      [/\bkm\b|\bkilometres\b/, 'miles'],
      [/\bmetres\b/, 'feet'],
      [/%| percent\b| per cent\b/, ' percentage points'],
    ]),
  },
  {
    kind: 'currency changed',
    plant: swap([
      [/\$/, '€'],
      [/£/, '$'],
      [/€/, '£'],
      [/\beuros\b/, 'dollars'],
      [/\bdollars\b/, 'pounds'],
      [/\bcrowns\b/, 'euros'],
    ]),
  },
  {
    kind: 'century or year changed',
    plant: swap([
      [/\b20(\d\d)\b/, '19$1'],
      [/\b19(\d\d)\b/, '18$1'],
      [/\b18(\d\d)\b/, '17$1'],
    ]),
  },
  {
    kind: 'bound dropped',
    plant: swap([
      [/\b(?:at least|up to|more than|less than|nearly|almost|about|around|fewer than) (?=[£$€\d]|\w+ )/i, ''],
    ]),
  },
  {
    kind: 'range cut',
    plant: swap([
      [/\b(\d+)(?: to |-|–)\d+\b/, '$1'],
      [/\bbetween (\w+) and \w+\b/, '$1'],
    ]),
  },
  { kind: 'day changed', plant: swap(next(DAYS, 3)) },
  { kind: 'month changed', plant: swap(next(MONTHS, 4)) },
  {
    kind: 'negation added',
    plant: swap([[/\b(is|are|was|were|will|would|could|should|has|have|had|can) (?!not|n't)/, '$1 not ']]),
  },
  {
    kind: 'negation dropped',
    plant: swap([
      [/ (?:not|never)\b/, ''],
      [/\bno (?=\p{Ll})/u, ''],
    ]),
  },
  {
    kind: 'hedge dropped',
    plant: swap([
      [/\b(?:allegedly|reportedly|possibly|probably|perhaps|apparently) /, ''],
      [/ (?:may|might|could) be /, ' is '],
      [/ (?:may|might|could) (?=\p{Ll})/u, ' will '],
    ]),
  },
  {
    kind: 'attempt made a deed',
    plant: swap([[/\b(?:tried|plans?|hopes?|wants?|aims?|expects?|intends?|agreed) to /, 'will ']]),
  },
  {
    kind: 'condition dropped',
    plant: swap([[/,? (?:if|unless|provided|subject to|pending|until) [^,.]+(?=[.])/, '']]),
  },
  {
    kind: 'attribution dropped',
    plant: swap([[/^(.{25,}),["”]? (?:[\p{L}][\p{L} ’'-]{2,60} )?(?:said|says|claimed|added)\.$/u, '$1.']]),
  },
  {
    kind: 'claim made a fact',
    plant: swap([
      [/\bclaimed\b/, 'confirmed'],
      [/\balleged\b/, 'proved'],
      [/\bdenied\b/, 'admitted'],
      [/\bsuggested\b/, 'proved'],
      [/\bsaid\b/, 'confirmed'],
    ]),
  },
  {
    kind: 'title promoted',
    plant: swap([[/\b(?:[Vv]ice|[Dd]eputy|[Aa]cting|[Aa]ssistant|[Ii]nterim) (?=\p{L})/u, '']]),
  },
  { kind: '“former” lost', plant: swap([[/\b(?:[Ff]ormer|[Ee]x-|[Ll]ate|[Rr]etired) ?(?=\p{L})/u, '']]) },
  {
    kind: 'name swapped',
    plant(sentence, { names }) {
      const here = nameIn(sentence, names);
      const other = names.find((name) => !sentence.includes(name));
      return here && other ? sentence.replace(here, other) : null;
    },
  },
  {
    kind: 'roles swapped',
    plant(sentence, { names }) {
      const [one, other] = names.filter((name) => sentence.includes(name));
      if (!one || !other || one.includes(other) || other.includes(one)) return null;
      return sentence.replace(one, '\u0000').replace(other, one).replace('\u0000', other);
    },
  },
  {
    kind: 'subject stolen',
    plant: swap([[/^((?:The )?(?:\p{Lu}[\p{L}’'-]+ ?){1,3}) \p{Ll}[^.]*?, (?:who|which) /u, '$1 ']]),
  },
  {
    kind: 'direction turned',
    plant: swap([
      [/\brose\b/, 'fell'],
      [/\bfell\b/, 'rose'],
      [/\bmore\b/, 'less'],
      [/\bhigher\b/, 'lower'],
      [/\bbefore\b/, 'after'],
      [/\bafter\b/, 'before'],
      [/\bwon\b/, 'lost'],
      [/\bincreased\b/, 'decreased'],
    ]),
  },
  {
    kind: 'plural made of one',
    plant: swap([
      [/\b[Aa]n? (\p{Ll}{3,}[^s\W])(?= (?:who|that|was|is|has|will|said)\b)/u, 'Several $1s'],
      [/\bone (?=\p{Ll})/u, 'several '],
    ]),
  },
  {
    kind: 'list cut so that it looks whole',
    plant: swap([[/ ([^ ,.]+), ([^ ,.]+(?: [^ ,.]+)?),? and [^,.]{3,40}(?=[.,])/u, ' $1 and $2']]),
  },
  { kind: 'some made all', plant: swap([[/\b([Ss]ome|[Mm]ost|[Mm]any|[Ss]everal) (?=\p{Ll})/u, 'All ']]) },
  {
    kind: 'quotation altered',
    plant(sentence) {
      const quoted = /["“]([^"”]{20,})["”]/.exec(sentence)?.[1];
      const words = quoted?.split(' ') ?? [];
      if (!quoted || words.length < 5) return null;
      return sentence.replace(quoted, words.toSpliced(2, 1).join(' '));
    },
  },
  {
    kind: 'sentences merged',
    plant(sentence, { others }) {
      const [words, other] = [
        sentence.split(' '),
        others.find((one) => one.split(' ').length > 9 && one.slice(0, 20) !== sentence.slice(0, 20))?.split(' ') ?? [],
      ];
      if (words.length < 9 || other.length === 0) return null;
      return [...words.slice(0, Math.ceil(words.length / 2)), ...other.slice(Math.ceil(other.length / 2))].join(' ');
    },
  },
  {
    kind: 'detail invented',
    plant: (s) => (/[.!?”"]$/.test(s) ? s.replace(/[.!?”"]+$/, ' in Geneva.') : `${s} in Geneva`),
  },
];
