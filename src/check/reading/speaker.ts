import type { Reported } from '../../story/speech/reported.ts';
import { whatTheyAre } from '../../story/speech/what-they-are.ts';
import type { StandIn } from '../../story/who/stand-ins.ts';
import type { Token } from '../../text/tokens.ts';
import { ARTICLES, PREPOSITIONS } from '../../text/words/function-words.ts';
import { withoutLegalForm } from '../../text/words/legal-forms.ts';
import { isParticle } from '../../text/words/name-words.ts';
import type { Alignment } from './align.ts';
import type { ReadCopy } from './region.ts';
import { wordsIn } from './words.ts';

/** Whether a draft's name for the speaker is that of the speaker of this stretch. */
export function namesSpeaker(
  name: string,
  stretch: Reported,
  { region, names: proven }: Pick<Alignment, 'region' | 'names'>,
  story: ReadCopy,
): boolean {
  if (!stretch.speaker) return false;
  // "Metro fire: two arrested": before a colon stands a speaker only if the story lets her speak.
  if (region.tokens[stretch.cue]?.text === ':' && !speaks(name, story)) return false;
  const mention = region.tokens.slice(stretch.speaker[0], stretch.speaker[1] + 1);
  const { start } = mention[0]!;
  const { end } = mention.at(-1)!;
  const names = [story.copy[region.part].slice(start, end)];
  if (stretch.role) {
    const [first, last] = stretch.role;
    names.push(story.copy[region.part].slice(region.tokens[first]!.start, region.tokens[last]!.end));
  }
  for (const { speaker, name: full } of story.copy.quotations ?? []) {
    if (region.part === 'text' && full && speaker && speaker.start < end && start < speaker.end) names.push(full);
  }
  return (
    namesStandIn(name, proven, mention.length === 1 ? start : -1, story) ||
    names.some((other) => sameName(name, other) || sameName(name, withoutLegalForm(other))) ||
    isWhatTheyAre(name, mention) ||
    byRole(name, names[0]!, story)
  );
}

/** Whether a draft's name is that of whom the pronoun at `start` means, as a whole: in short, or as the copy writes it in full. */
export function namesStandIn(
  name: string,
  proven: readonly StandIn[],
  start: number | undefined,
  { copy }: ReadCopy,
): boolean {
  const said = words(name).join(' ');
  return proven.some(
    (standIn) =>
      standIn.start === start &&
      [standIn.name, copy.text.slice(standIn.source.start, standIn.source.end)].some(
        (full) => words(full).join(' ') === said,
      ),
  );
}

/** Whether the story itself has this person or body speak, or names her as a person. */
const speaks = (name: string, story: ReadCopy): boolean =>
  (story.copy.quotations ?? []).some(
    ({ name: full, speaker }) => (full && sameName(name, full)) || (speaker && sameName(name, speaker.text)),
  ) ||
  [...story.people.values()].some(({ full }) => sameName(name, full)) ||
  story.regions.some(
    (other) =>
      other.part === 'text' &&
      other.reported.some(({ speaker }) => {
        if (!speaker) return false;
        const words = story.copy.text.slice(other.tokens[speaker[0]]!.start, other.tokens[speaker[1]]!.end);
        return sameName(name, words);
      }),
  );

/** "officials" for "senior USDA officials": the noun alone. */
const isWhatTheyAre = (name: string, mention: readonly Token[]): boolean =>
  words(name).join(' ') === whatTheyAre(mention)?.norm;

/** "the US Secretary of State" is the one person whom the copy gives that role. */
function byRole(name: string, mention: string, story: ReadCopy): boolean {
  const said = words(mention).join(' ');
  const people = [...story.people.values()].filter(
    ({ full, withRole }) => withRole && words(withRole.replace(full, '')).join(' ') === said,
  );
  return people.length === 1 && sameName(name, people[0]!.full);
}

/** The same name, or its surname alone. Articles and capitals do not count. */
export function sameName(name: string, full: string): boolean {
  const a = words(name);
  const b = words(full);
  if (a.join(' ') === b.join(' ')) return true;
  if (a.length === 0 || a.length >= b.length || a.join(' ') !== b.slice(-a.length).join(' ')) return false;
  // "Barend du | Brandt".
  if (isParticle(b.at(-1 - a.length)!) && / \p{Ll}+ \S+$/u.test(full)) return false;
  // "Secretary of State John Kerry" is John Kerry; a friend of his, or a body that ends on a name, is not.
  return a.length === 1
    ? endsOnSurname(full)
    : !PREPOSITIONS.has(b.at(-1 - a.length)!) && /^(?:\p{Lu}\S* ?)+$/u.test(name);
}

/** "Ann Lee" and "Secretary of State Lee" do, "the head of the council", "a spokeswoman on pensions" and "the Bank of England" do not. */
const endsOnSurname = (name: string): boolean =>
  /(?:^|[\s’'-])\p{Lu}[\p{L}\p{M}’'.-]*$/u.test(name) &&
  !/\b(?:of|for|in|at|on|from|to|with|by)(?: the)? \S+$/u.test(name);

const words = (text: string): string[] =>
  wordsIn(text)
    .map(({ norm }) => norm)
    .filter((norm) => /[\p{L}\p{N}]/u.test(norm) && !ARTICLES.has(norm));
