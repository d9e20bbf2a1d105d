const FIGURES: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', l: '1' };
const SIGNS: Readonly<Record<string, string>> = { a: '@', s: '$', i: '!', o: '0' };
const LOOKALIKE: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', i: 'і', x: 'х', y: 'у' };
const SHORTEST = 4;

type Way = (word: string, random: () => number) => string;

const inside = (word: string, random: () => number): number => 1 + Math.floor(random() * (word.length - 2));

/** How people get a word past a filter. */
const WAYS: readonly Way[] = [
  (word) => Array.from(word, (letter) => FIGURES[letter] ?? letter).join(''),
  (word) => Array.from(word, (letter) => SIGNS[letter] ?? letter).join(''),
  (word) => Array.from(word, (letter) => LOOKALIKE[letter] ?? letter).join(''),
  (word) => [...word].join(' '),
  (word) => [...word].join('.'),
  (word, random) =>
    word.slice(0, 1) + '*'.repeat(1 + Math.floor(random() * 2)) + word.slice(2 + Math.floor(random() * 2)),
  (word, random) => {
    const at = inside(word, random);
    return word.slice(0, at) + word.slice(at + 1);
  },
  (word, random) => {
    const at = inside(word, random);
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  },
  (word, random) => {
    const at = inside(word, random);
    return word.slice(0, at) + word.charAt(at).repeat(4) + word.slice(at + 1);
  },
  (word, random) => {
    const at = inside(word, random);
    return `${word.slice(0, at)} ${word.slice(at)}`;
  },
];

/** A text with some of its longer words disguised, or with the spaces between its words left out. */
export function disguise(text: string, random: () => number): string {
  if (random() < 0.1) return text.replaceAll(' ', '');
  const way = WAYS[Math.floor(random() * WAYS.length)];
  return text
    .split(' ')
    .map((word) =>
      way && /^[a-z]+$/.test(word) && word.length >= SHORTEST && random() < 0.7 ? way(word, random) : word,
    )
    .join(' ');
}
