import type { Name } from '../../text/names/names.ts';
import { ROLES } from '../../text/words/name-words.ts';
import { areMany, whatTheyAre } from '../speech/what-they-are.ts';
import type { Told } from './discourse.ts';
import { isBodyWord } from './is-body.ts';
import type { Actor } from './sentence-subject.ts';

/** Somebody who speaks and has no name, as what she is: "spokeswoman", "report". `says` are the pronouns that go on for her. */
export type Role = Name & { readonly says: readonly string[] };

/** More words than these are no name to call anybody by. */
const MOST_WORDS = 3;
/** What is read, and says something. */
const READ = /^(?:report|study|survey|statement|poll|paper|newspaper|magazine|document|letter)$/;
const MAN = /(?:spokes|chair|police)man$/;
const WOMAN = /(?:spokes|chair|police)woman$/;

export const isRole = (name: Name): name is Role => 'says' in name;

const found = new WeakMap<Told, Map<number, Role | undefined>>();

/** What somebody is who speaks in a sentence without a name, the same each time that it is asked; undefined where no pronoun tells. */
export function roleOf(told: Told, actor: Actor): Role | undefined {
  if (actor.kind !== 'other') return undefined;
  const known = found.get(told) ?? new Map<number, Role | undefined>();
  found.set(told, known);
  if (!known.has(actor.from)) known.set(actor.from, read(told, actor));
  return known.get(actor.from);
}

function read({ sentence: { tokens } }: Told, { from, to }: Actor & { readonly kind: 'other' }): Role | undefined {
  const phrase = tokens.slice(from, to + 1);
  const words = phrase.filter(({ pos }) => pos !== 'DET');
  const last = words.at(-1);
  if (last?.pos !== 'NOUN' || words.some(({ pos }) => !/^(?:NOUN|ADJ|PROPN)$/.test(pos))) return undefined;
  const says = pronounsOf(last.norm);
  const noun = whatTheyAre(phrase) ?? (words.length <= MOST_WORDS ? null : undefined);
  if (says.length === 0 || noun === undefined) return undefined;
  const full = noun ? noun.text : words.map(({ text }) => text).join(' ');
  const mention = noun ?? { start: words[0]!.start, end: last.end };
  const kind = says.includes('he') || says.includes('she') ? 'person' : 'other';
  return { kind, full, mentions: [{ start: mention.start, end: mention.end }], says };
}

function pronounsOf(noun: string): readonly string[] {
  if (areMany(noun)) return ['they'];
  if (READ.test(noun) || isBodyWord(noun)) return ['it'];
  if (MAN.test(noun)) return ['he'];
  if (WOMAN.test(noun)) return ['she'];
  return ROLES.has(noun) || /^(?:official|source|aide|analyst|trader|dealer|economist|diplomat|lawyer)$/.test(noun)
    ? ['he', 'she']
    : [];
}
