import { OPENERS } from '../../text/words/abbreviations.ts';
import { FIRST_NAMES, isParticle, ROLES } from '../../text/words/name-words.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import type { Quotation } from '../speech/quotation.ts';

/** A person of the copy; `withRole` is the full name with the role that stands right before it ("US Secretary of State Marco Rubio"). */
export type Person = { readonly surname: string; readonly full: string; readonly withRole?: string };

/** The people whom the copy quotes by full name, by surname in small letters; nobody whose surname another person in the copy shares. */
export function peopleOf(text: string, quotations: readonly Quotation[]): ReadonlyMap<string, Person> {
  const known = found.get(quotations);
  if (known?.text === text) return known.people;
  const people = findPeople(text, quotations);
  found.set(quotations, { text, people });
  return people;
}

/** The writers and the checks ask for the same story, one after the other. */
const found = new WeakMap<readonly Quotation[], { text: string; people: ReadonlyMap<string, Person> }>();

function findPeople(text: string, quotations: readonly Quotation[]): Map<string, Person> {
  const people = new Map<string, Person>();
  const shared = new Set<string>();
  for (const { name, role } of quotations) {
    const words = name?.split(/\s+/u) ?? [];
    if (!name || words.length < 2) continue;
    const surname = calledIn(text, name).split(' ').at(-1)!.toLowerCase();
    const known = people.get(surname);
    if (known && known.full !== name) shared.add(surname);
    const withRole = role && text.includes(`${role} ${name}`) ? `${role} ${name}` : known?.withRole;
    people.set(surname, { surname, full: name, ...(withRole && { withRole }) });
  }
  for (const person of namedTwice(text)) if (!people.has(person.surname)) people.set(person.surname, person);
  for (const [surname, person] of people) {
    for (const before of namesBefore(calledIn(text, person.full).split(' ').at(-1)!, text))
      if (!fits(person, before)) shared.add(surname);
  }
  for (const surname of shared) people.delete(surname);
  return people;
}

/**
 * What somebody is called behind the first mention: the last word of the name with the particles before it ("du Plessis"), or the
 * first where the text calls her so and never by the last ("Hua" for Hua Chunying).
 */
export function calledIn(text: string, full: string): string {
  const words = full.split(/\s+/u);
  if (words.length === 2 && !FIRST_NAMES.has(words[0]!.toLowerCase())) {
    const [first, last] = [words[0]!, words[1]!];
    if (speaksAlone(first, text) && !speaksAlone(last, text)) return first;
  }
  let from = words.length - 1;
  while (from > 1 && isParticle(words[from - 1]!)) from--;
  return words.slice(from).join(' ');
}

/** Whether a text lets somebody say something under a name with no other word beside it. */
function speaksAlone(name: string, text: string): boolean {
  for (let at = text.indexOf(`${name} `); at >= 0; at = text.indexOf(`${name} `, at + 1)) {
    const before = text.slice(Math.max(0, at - LONGEST_NAME), at);
    const verb = /^\p{Ll}+/u.exec(text.slice(at + name.length + 1, at + name.length + 20))?.[0] ?? '';
    if (!/\p{L}$|\p{Lu}[\p{L}.'’-]* $/u.test(before) && reportingVerb(verb)) return true;
  }
  return false;
}

/** Characters before a surname in which the word before it is looked for. */
const LONGEST_NAME = 60;

/** The words with a capital that stand before a surname. Found from the surname: an expression would try every capital of the text. */
function namesBefore(surname: string, text: string): string[] {
  const found: string[] = [];
  const words = ` ${surname}`;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const isWhole = isWordCharacter(text.charAt(end - 1)) !== isWordCharacter(text.charAt(end));
    const before = isWhole ? /\b\p{Lu}[\p{L}.'’-]+$/u.exec(text.slice(Math.max(0, at - LONGEST_NAME), at)) : null;
    if (before) found.push(before[0]);
  }
  return found;
}

const isWordCharacter = (character: string): boolean => /\w/.test(character);

/**
 * "Donald Trump", or "President Donald Trump", later "Trump" alone: a person, though nobody quotes him. "the Republic" alone is none, and without a first
 * name that is known as one, "Legitimate Bollywood" and "France Telecom" would be people too.
 */
function namedTwice(text: string): Person[] {
  const full = new Map<string, string>();
  const alone = new Set<string>();
  for (const [run, before = ''] of text.matchAll(/(?:\b([Tt]he|[Aa]n?) )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu)) {
    const words = run
      .slice(before === '' ? 0 : before.length + 1)
      .replace(/['’]s$/u, '')
      .split(' ');
    const last = words.at(-1)!;
    if (words.length === 1 && before === '') alone.add(last);
    // "US President Donald Trump": a title says that the two words behind it are a name.
    const titled = words.length > 2 && ROLES.has(words.at(-3)!.toLowerCase());
    const name = words.slice(-2);
    const pair =
      (titled || (words.length === 2 && before === '')) &&
      name.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
      FIRST_NAMES.has(name[0]!.toLowerCase());
    if (pair && !full.has(last)) full.set(last, name.join(' '));
  }
  return [...full]
    .filter(([last]) => alone.has(last))
    .map(([last, name]) => ({ surname: last.toLowerCase(), full: name }));
}

const TITLES =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|president|minister|secretary|senator|sen|judge|justice|chancellor|governor|gov|mayor|king|queen|prince|princess|general|gen|captain|capt|professor|prof|rep|chairman|chief|coach|pope)\.?$/i;
/** A forename of hers, a title, the end of the sentence before, or a word with a capital from the start of its sentence: "While | Ode". */
const fits = (person: Person, before: string) =>
  person.full.includes(before) ||
  TITLES.test(before) ||
  /\p{L}{4}\.$/u.test(before) ||
  (OPENERS.has(before.toLowerCase()) && !/^(?:Will|May)$/.test(before));
