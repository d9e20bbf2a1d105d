import { oncePer } from '../../text/memory/once-per.ts';
import type { Name } from '../../text/names/names.ts';
import { isLegalForm } from '../../text/words/legal-forms.ts';
import type { Discourse } from './discourse.ts';
import type { Actor } from './sentence-subject.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));
/** Last words of the name of a body that speaks and decides. */
const BODIES = words(`
  ministry department office bureau agency authority administration commission committee council court parliament congress senate
  assembly government cabinet embassy consulate university college institute academy foundation association society union unions federation
  league club party movement alliance army navy police command company corp corporation group holdings bank fund trust partners airlines airways
  motors board service services systems technologies network organisation organization organizations ministries chamber exchange treasury
  fed reserve watchdog regulator telecom industries international entertainment pharmaceuticals electronics insurance
`);
/** Whether a word ends the names of bodies: "ministry", "Corp". */
export const isBodyWord = (word: string): boolean => BODIES.has(word.toLowerCase()) || isLegalForm(word);

/** Whether a name is a body's: by its last word, by its legal form, or because it speaks and no person can be meant. */
export function isBody(discourse: Discourse, name: Name): boolean {
  if (name.kind === 'person') return false;
  const parts = name.full.split(' ');
  if (endsAsBody(name)) return true;
  if (!speakersOf(discourse).has(name)) return false;
  return /^[\p{Lu}&]{2,}$/u.test(parts.at(-1)!) || parts.includes('of') || longerBodies(discourse).has(parts[0]!);
}

const endsAsBody = ({ full }: Name): boolean => {
  const parts = full.split(' ');
  const last = parts.at(-1)!;
  return BODIES.has(last.toLowerCase()) || (parts.length > 1 && isLegalForm(last));
};

/** First words of the names of bodies: "Pittston" where the copy also has "Pittston Minerals Group". */
const longerBodies = oncePer(
  ({ names }: Discourse): ReadonlySet<string> =>
    new Set(
      names
        .filter((name) => name.kind === 'other' && name.full.includes(' ') && endsAsBody(name))
        .map(({ full }) => full.slice(0, full.indexOf(' '))),
    ),
);

/** Every name that speaks in the text. */
const speakersOf = oncePer(
  (discourse: Discourse): ReadonlySet<Name> =>
    new Set(
      discourse.told.flatMap(({ speakers }) =>
        speakers.flatMap((actor) => (actor.kind === 'name' ? actor.place.name : [])),
      ),
    ),
);

/** Last words of the name of a company, besides legal forms. */
const COMPANIES = words(
  'group holdings partners airlines airways motors technologies systems industries pharmaceuticals entertainment',
);
/** With more bodies than this "the company" tells none apart; bounds the work. */
const MOST_BODIES = 50;

/** Whether "the company", "the union" means this body: the text has named no other of that kind before. */
export function isCalled(discourse: Discourse, body: Name, k: number, actor: Actor): boolean {
  const { tokens, start } = discourse.told[k]!.sentence;
  if (actor.kind !== 'other' || actor.to !== actor.from + 1 || tokens[actor.from]!.norm !== 'the') return false;
  const noun = tokens[actor.to]!.norm;
  const bodies = bodiesOf(discourse);
  if (bodies.length > MOST_BODIES) return false;
  const fitting = bodies.filter((name) => name.mentions[0]!.start < start && isOfKind(name, noun));
  return fitting.length > 0 && fitting.every(({ full }) => firstWord(full) === firstWord(body.full));
}

const bodiesOf = oncePer((discourse: Discourse) => discourse.names.filter((name) => isBody(discourse, name)));
const firstWord = (full: string): string => full.split(' ', 1)[0]!;

function isOfKind({ full }: Name, noun: string): boolean {
  const last = full.slice(full.lastIndexOf(' ') + 1);
  if (/^(?:company|firm|group)$/u.test(noun)) return isLegalForm(last) || COMPANIES.has(last.toLowerCase());
  return last.toLowerCase() === noun;
}
