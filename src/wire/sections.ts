import type { WireItem } from './wire-item.ts';

// IPTC's top level (subject codes and their media topic twins begin with the same two digits of eight).
const byCode: Readonly<Record<string, string>> = {
  '01': 'culture',
  '02': 'crime',
  '03': 'world',
  '04': 'business',
  '05': 'education',
  '06': 'environment',
  '07': 'health',
  '08': 'life',
  '09': 'business',
  '10': 'life',
  '11': 'politics',
  '12': 'society',
  '13': 'science',
  '14': 'society',
  '15': 'sport',
  '16': 'world',
  '17': 'weather',
};

// Words of agencies' category names, the telling ones first.
const byWord: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sports?|sporting|cricket|football|soccer|tennis|rugby|olympics?|hockey|golf|athletics|racing)\b/, 'sport'],
  [/\b(?:weather|meteorolog\w*)\b/, 'weather'],
  [/\b(?:health|medicine|medical)\b/, 'health'],
  [/\b(?:science|sciences|space|research)\b/, 'science'],
  [/\b(?:technology|tech|computing|internet)\b/, 'technology'],
  [/\b(?:business|econom\w*|financ\w*|markets?|compan(?:y|ies)|money|trade|labou?r)\b/, 'business'],
  [/\b(?:politics?|political|elections?|government|parliament|diplomacy)\b/, 'politics'],
  [
    /\b(?:arts?|culture|entertainment|films?|cinema|music|books?|theatre|theater|television|showbiz|bollywood)\b/,
    'culture',
  ],
  [/\b(?:environment\w*|climate)\b/, 'environment'],
  [/\b(?:crime|courts?|justice|law|police)\b/, 'crime'],
  [/\b(?:education|schools?|universit(?:y|ies))\b/, 'education'],
  [/\b(?:lifestyle|life|leisure|travel|food|fashion|human interest)\b/, 'life'],
  [/\b(?:world|international|foreign|conflicts?|war|unrest|disasters?|accidents?)\b/, 'world'],
  [/\b(?:society|social|religion)\b/, 'society'],
  [/\b(?:local|regional|metro)\b/, 'local'],
];

/** The section of a story, a lower-case word, from its category, then its subjects, then its keywords; undefined when none tells. */
export function sectionOf(item: Pick<WireItem, 'category' | 'subjects' | 'keywords'>): string | undefined {
  const tried = [
    ofName(item.category),
    ...(item.subjects ?? []).flatMap(({ code, name }) => [ofCode(code), ofName(name)]),
    ...(item.keywords ?? []).map(ofWholeName),
  ];
  return tried.find((section) => section !== undefined);
}

function ofCode(code: string | undefined): string | undefined {
  const digits = /(?:^|[:/])(\d{2})\d{6}$/.exec(code ?? '')?.[1];
  return digits === undefined ? undefined : byCode[digits];
}

function ofName(name: string | undefined): string | undefined {
  if (name === undefined || name.length > 80) return undefined;
  const words = name.toLowerCase();
  return byWord.find(([pattern]) => pattern.test(words))?.[1];
}

/** A keyword is any word of the story, so it counts only where it is a section's name and nothing more. */
function ofWholeName(keyword: string): string | undefined {
  const word = keyword.toLowerCase().trim();
  return byWord.find(([pattern]) => pattern.exec(word)?.[0] === word)?.[1];
}
