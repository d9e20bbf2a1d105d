import type { Span } from '../span.ts';
import { type Token, tokens } from '../tokens.ts';
import { DEPARTMENTS, FIRST_NAMES, HONORIFICS, NOT_PEOPLE, ROLES } from '../words/name-words.ts';
import { reportingVerb } from '../words/reporting-verbs.ts';
import { capitalRuns, type Run } from './name-runs.ts';

/** Whom or what a text names. `mentions` are the places of the name itself, without roles and honorifics, in order. */
export type Name = {
  readonly kind: 'person' | 'other';
  /** The first mention in full: "Marco Rubio". A person who is only called by one name has that. */
  readonly full: string;
  readonly mentions: readonly Span[];
  /** The words that stand with the name: "US Secretary of State", "the mayor of Port Sel". */
  readonly role?: string;
  /** Which pronoun fits, where an honorific, a role or the first name tells. */
  readonly pronoun?: 'he' | 'she';
};

type Found = {
  readonly span: Span;
  readonly words: readonly string[];
  readonly text: string;
  person: boolean;
  readonly role?: string | undefined;
  readonly pronoun?: 'he' | 'she' | undefined;
  /** What "Mr" or "Mrs" beside the name says. */
  readonly honorific?: 'he' | 'she' | undefined;
};

/** The people, places and organisations of a text, in the order of their first full mention. A surname counts for the one person who bears it. */
export function findNames(text: string, words: readonly Token[] = tokens(text)): Name[] {
  const found = withoutOpeners(capitalRuns(text, words).flatMap((run) => read(text, words, run) ?? []));
  const singles = new Set(found.filter((name) => name.words.length === 1).map((name) => name.words[0]!));
  const full = found.filter((name) => name.words.length > 1);
  for (const name of full) if (isPerson(name) || calledBySurname(name, singles)) name.person = true;
  const people = new Map<string, Found[]>();
  for (const name of full) {
    if (!name.person) continue;
    const same = people.get(name.text);
    if (same === undefined) people.set(name.text, [name]);
    else same.push(name);
  }
  return collect(found, people);
}

/**
 * One person under one name: "Rival Ann Ode" and "Said Ann Ode" at the start of a sentence are Ann Ode, and so is "Ann B. Ode",
 * where the text also names her so.
 */
function withoutOpeners(found: readonly Found[]): Found[] {
  const short = new Set(found.filter(({ words }) => words.length === 2).map(({ text }) => text));
  return found.map((name) => {
    if (name.words.length < 3) return name;
    const last = name.words.slice(-2);
    const ends = last.join(' ');
    if (short.has(ends) && FIRST_NAMES.has(last[0]!.toLowerCase()))
      return { ...name, words: last, text: ends, span: { start: name.span.end - ends.length, end: name.span.end } };
    const middle = name.words.slice(1, -1).every((word) => /^\p{Lu}\.?$/u.test(word));
    const plain = `${name.words[0]} ${name.words.at(-1)}`;
    return middle && short.has(plain) ? { ...name, words: plain.split(' '), text: plain } : name;
  });
}

function collect(found: readonly Found[], people: ReadonlyMap<string, readonly Found[]>): Name[] {
  const bySurname = new Map<string, Bearer[]>();
  for (const [full, mentions] of people) {
    const surname = mentions[0]!.words.at(-1)!;
    const pronoun = mentions.find((name) => name.pronoun !== undefined)?.pronoun;
    const role = mentions.find((name) => name.role !== undefined)?.role;
    const bearer = { full, pronoun, role, start: mentions[0]!.span.start };
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), bearer]);
  }
  const others = unnamedBearers(found, bySurname);
  const groups = new Map<string, Found[]>();
  for (const name of found) {
    const key = people.has(name.text) ? name.text : fullFor(name, bySurname, others);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [name]);
    else group.push(name);
  }
  return [...groups].map(([key, group]) => {
    const role = group.find((name) => name.role !== undefined)?.role;
    const pronoun = group.find((name) => name.pronoun !== undefined)?.pronoun;
    return {
      kind: group.some((name) => name.person) ? 'person' : 'other',
      full: key,
      mentions: group.map((name) => name.span),
      ...(role === undefined ? {} : { role }),
      ...(pronoun === undefined ? {} : { pronoun }),
    };
  });
}

type Bearer = {
  readonly full: string;
  readonly pronoun: Found['pronoun'];
  readonly role: string | undefined;
  readonly start: number;
};

/**
 * Surnames that somebody bears whom the text never names in full: "Mr. Ode" beside Ann Ode, or "President Ode" before Ann Ode,
 * who is no president, is named.
 */
function unnamedBearers(
  found: readonly Found[],
  bySurname: ReadonlyMap<string, readonly Bearer[]>,
): ReadonlySet<string> {
  const others = new Set<string>();
  for (const { words, honorific, role, span } of found) {
    if (words.length > 1 || (honorific === undefined && role === undefined)) continue;
    const bearers = bySurname.get(words[0]!) ?? [];
    const known = bearers.some(
      (bearer) =>
        (honorific === undefined || (bearer.pronoun ?? honorific) === honorific) &&
        (role === undefined || span.start > bearer.start || sharesWord(role, bearer.role)),
    );
    if (!known) others.add(words[0]!);
  }
  return others;
}

const sharesWord = (role: string, other = ''): boolean =>
  role.split(/[^\p{L}]+/u).some((word) => word.length > 2 && other.includes(word));

/** The full name that a surname or a shorter form stands for, if only one person bears it; else the words themselves. */
function fullFor(name: Found, bySurname: ReadonlyMap<string, readonly Bearer[]>, others: ReadonlySet<string>): string {
  if (name.words.length > 1 && !name.person) return name.text;
  const surname = name.words.at(-1)!;
  const bearers = bySurname.get(surname) ?? [];
  const fitting = bearers.filter(({ full, pronoun }) =>
    name.words.length > 1
      ? full.startsWith(`${name.words[0]} `)
      : name.honorific === undefined || pronoun === undefined || pronoun === name.honorific,
  );
  const certain = name.words.length > 1 || name.honorific !== undefined || !others.has(surname);
  return fitting.length === 1 && certain ? fitting[0]!.full : name.text;
}

function read(text: string, words: readonly Token[], run: Run): Found | undefined {
  // "Said Ann Ode:" begins with its verb, however that is written.
  let from = run.to > run.from && reportingVerb(words[run.from]!.norm)?.form === 'past' ? run.from + 1 : run.from;
  let pronoun: 'he' | 'she' | undefined;
  let titled = false;
  // Everything up to the last role word, with its department, stands before the name.
  for (let k = run.from; k <= run.to; k++) {
    const norm = words[k]!.norm.replace(/\.$/u, '');
    if (HONORIFICS.has(norm)) {
      pronoun = HONORIFICS.get(norm);
      titled = true;
      from = afterStop(words, k) + 1;
    } else if (ROLES.has(norm)) {
      titled = true;
      from = afterDepartment(words, afterStop(words, k), run.to) + 1;
      k = from - 1;
    }
  }
  const before = words[run.from]!.pos === 'ADJ' ? run.from : roleBefore(words, run.from, run.to);
  const rolePrefix = text
    .slice(words[before]!.start, from > run.from ? words[from - 1]!.end : words[run.from]!.start)
    .replace(/,? *$/u, '')
    .trim();
  if (from > run.to || !/^\p{Lu}/u.test(words[from]!.text)) return undefined;
  const to = beforePlace(words, { from, to: run.to }, titled);
  const span = { start: words[from]!.start, end: words[to]!.end };
  const parts = text.slice(span.start, span.end).split(/\s+/u);
  const placed = /^(?:in|at|to|from|near|of)$/u.test(words[run.from - 1]?.norm ?? '');
  const after = placed ? undefined : roleAfter(text, words, to);
  const role =
    titled && from > run.from && !isHonorific(rolePrefix) ? rolePrefix : before < run.from ? rolePrefix : after?.role;
  return {
    span,
    words: parts,
    text: text.slice(span.start, span.end).replace(/\s+/gu, ' '),
    person: titled || before < run.from || after !== undefined,
    role: role === '' ? undefined : role,
    honorific: pronoun,
    pronoun: pronoun ?? FIRST_NAMES.get(parts[0]!.toLowerCase()),
  };
}

/** "Ann Ode of Port Sel": the last word of the person's name, where a title stands with it or her first name is one that we know. */
function beforePlace(words: readonly Token[], { from, to }: Run, titled: boolean): number {
  if (!titled && !FIRST_NAMES.has(words[from]!.norm)) return to;
  for (let k = from + 1; k < to && k - from <= 4; k++) {
    if (words[k]!.norm !== 'of') continue;
    return k - from > 1 && !NOT_PEOPLE.has(words[k - 1]!.norm) && !ROLES.has(words[k - 1]!.norm) ? k - 1 : to;
  }
  return to;
}

const isHonorific = (role: string): boolean => HONORIFICS.has(role.toLowerCase().replace(/\.$/u, ''));
const afterStop = (words: readonly Token[], at: number): number => (words[at + 1]?.text === '.' ? at + 1 : at);

/** "Secretary of State", "Minister for Foreign Affairs": on to the last word of the department. */
function afterDepartment(words: readonly Token[], at: number, to: number): number {
  if (!/^(?:of|for)$/u.test(words[at + 1]?.norm ?? '')) return at;
  let k = at + 2;
  while (k < to && DEPARTMENTS.has(words[k]!.norm) && DEPARTMENTS.has(words[k + 1]?.norm ?? '')) k++;
  return k <= to && DEPARTMENTS.has(words[k]!.norm) ? k : at;
}

/** "harbour master Ann Ode", "the council's director, Ann Ode,": a role in small letters right before the name. */
function roleBefore(words: readonly Token[], at: number, to: number): number {
  const parted = words[at - 1]?.text === ',' && words[to + 1]?.text === ',';
  const last = parted ? at - 2 : at - 1;
  if (!ROLES.has(words[last]?.norm ?? '')) return at;
  let k = last;
  while (
    k > 0 &&
    last - k < 6 &&
    (/^(?:NOUN|ADJ|PROPN)$/u.test(words[k - 1]!.pos) || /^(?:managing|acting|retired)$/u.test(words[k - 1]!.norm)) &&
    /^[\p{L}-]+$/u.test(words[k - 1]!.text)
  )
    k--;
  return k;
}

const AGE = /^, (?:aged )?[1-9][0-9]?,/u;
const APPOSITIVE = /^, (?:(?:the|a|an|who|her|his|its|their) )?(?<role>[^,.;:()“”"\n]{3,90}?)(?:,|\.(?:\s|$)|;)/u;

/** ", 54," and ", the mayor of Port Sel,": what follows a name and shows a person. */
function roleAfter(text: string, words: readonly Token[], at: number): { role?: string } | undefined {
  const behind = text.slice(words[at]!.end, words[at]!.end + 130);
  const aged = AGE.test(behind);
  const rest = aged ? behind.replace(/^, (?:aged )?[0-9]+/u, '') : behind;
  const role = APPOSITIVE.exec(rest)?.groups?.['role'];
  if (role !== undefined && /^, who /u.test(rest)) return {};
  const heads = role?.split(/ (?:of|for|at|in|from|on|to|with|and|who|that) /u)[0]?.split(/[\s-]+/u) ?? [];
  // The stop of "Mrs." is no end: such a role is cut off.
  if (role !== undefined && /\b(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|St|U\.S|[A-Z])$/u.test(role)) return {};
  if (role !== undefined && ROLES.has(heads.at(-1)?.toLowerCase() ?? '')) return { role };
  return aged ? {} : undefined;
}

function isPerson(name: Found): boolean {
  if (name.words.length > 5 || NOT_PEOPLE.has(name.words.at(-1)!.toLowerCase())) return false;
  if (name.words.some((word) => /^(?:of|for|the|&)$/u.test(word) || /^[\p{Lu}0-9]{3,}$/u.test(word))) return false;
  return name.person || FIRST_NAMES.has(name.words[0]!.toLowerCase());
}

/** A name of two or three words whose last one also stands alone is a person's: "Ann Ode … Ode". */
function calledBySurname(name: Found, singles: ReadonlySet<string>): boolean {
  const last = name.words.at(-1)!;
  if (name.words.length > 3 || NOT_PEOPLE.has(last.toLowerCase()) || !singles.has(last)) return false;
  return name.words.every((word) => /^\p{Lu}\p{L}*\p{Ll}/u.test(word) || /^\p{Lu}\.?$/u.test(word));
}
