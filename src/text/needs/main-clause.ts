import type { Phrase } from '../phrases/phrase.ts';
import type { Token } from '../tokens.ts';
import { TAKES_CLAUSE } from './verb-lists.ts';

/** A clause as phrases, with its subject and its verb; all places but a phrase's own are places of phrases. */
export type MainClause = {
  readonly tokens: readonly Token[];
  readonly phrases: readonly Phrase[];
  readonly subject: number;
  readonly verb: number;
  /** The phrases behind the verb that belong to the same clause end before this place. */
  readonly end: number;
};

/** Subject, verb and end of the clause that some phrases make; null where there is no verb, or no subject in front of it. */
export function mainClauseOf(tokens: readonly Token[], phrases: readonly Phrase[]): MainClause | null {
  const verb = mainVerb(phrases);
  const subject = phrases.findIndex(({ kind }) => kind === 'noun');
  if (verb < 0 || subject < 0 || subject > verb || hidesClause(phrases, subject, verb)) return null;
  if (beginsAnew(tokens, phrases.slice(subject + 1, verb))) return null;
  return { tokens, phrases, subject, verb, end: endOfMain(tokens, phrases, verb) };
}

/** "One of the reasons it is crucial …": a clause hangs on the subject, unseen, for two nouns stand side by side. */
const hidesClause = (phrases: readonly Phrase[], subject: number, verb: number): boolean =>
  phrases
    .slice(subject + 1, verb)
    .some(
      ({ kind }, i) =>
        kind === 'noun' && !/^(?:mark|joint|opener|verb|infinitive|participle)$/.test(phrases[subject + i]!.kind),
    );

/** "SARN, 12th of March (MWS) - Prices | rose", "the studies, made by Brandt, | showed/VERB cream | destroyed": another subject. */
function beginsAnew(tokens: readonly Token[], between: readonly Phrase[]): boolean {
  const marks = between.filter(({ kind }) => kind === 'mark');
  const dashes = marks.filter(({ from }) => /^(?:-{1,2}|[–—])$/.test(tokens[from]!.text));
  const closed = marks.length > 0 && marks.length % 2 === 0 ? between.lastIndexOf(marks.at(-1)!) : -1;
  return dashes.length % 2 === 1 || (closed >= 0 && between[closed + 1]?.kind === 'noun');
}

/** The first finite verb behind the subject that belongs to no "who", "which" or "that"; -1. */
function mainVerb(phrases: readonly Phrase[]): number {
  let open = 0;
  let marks = 0;
  for (const [k, { kind }] of phrases.entries()) {
    if (kind === 'opener') open++;
    if (kind === 'mark') marks++;
    if (kind !== 'verb') continue;
    // Between two marks stands what is told of the subject beside the sentence.
    if (open === 0 && marks % 2 === 1) continue;
    if (open === 0) return k;
    if (!tellsClause(phrases, k)) open--;
  }
  return -1;
}

/** "the man who says he made it | lost": a clause inside the relative one. */
const tellsClause = (phrases: readonly Phrase[], verb: number): boolean =>
  TAKES_CLAUSE.has(phrases[verb]!.verb?.lemma ?? '') &&
  phrases[verb + 1]?.kind === 'noun' &&
  phrases[verb + 2]?.kind === 'verb';

/** Where a mark, or a "but", "and" with a clause or a verb behind it, ends what the subject's verb governs. */
function endOfMain(tokens: readonly Token[], phrases: readonly Phrase[], verb: number): number {
  for (let k = verb + 1; k < phrases.length; k++) {
    const { kind, from } = phrases[k]!;
    if (kind === 'mark') return k;
    if (kind === 'joint' && sharesObject(phrases, k)) continue;
    if (kind === 'joint' && (/^(?:but|yet|nor)$/.test(tokens[from]!.norm) || opensClause(phrases, k))) return k;
  }
  return phrases.length;
}

/** "explore | and | develop | the field": two deeds in a row, and what both are done to. */
const sharesObject = (phrases: readonly Phrase[], joint: number): boolean => {
  const [before, second, object] = [phrases[joint - 1], phrases[joint + 1], phrases[joint + 2]];
  return (
    /^(?:verb|infinitive)$/.test(before?.kind ?? '') &&
    !before!.verb?.links &&
    !before!.verb?.passive &&
    second?.kind === 'verb' &&
    second.to === second.from + 1 &&
    object?.kind === 'noun'
  );
};

/** "and the recall affects", "and raised its forecast": behind the joint stands a finite verb, with or without its subject. */
function opensClause(phrases: readonly Phrase[], joint: number): boolean {
  let k = joint + 1;
  while (/^(?:adverb|time|aside)$/.test(phrases[k]?.kind ?? '')) k++;
  if (phrases[k]?.kind === 'verb') return true;
  if (phrases[k]?.kind !== 'noun') return false;
  for (k++; k < phrases.length && !/^(?:mark|opener|joint)$/.test(phrases[k]!.kind); k++)
    if (phrases[k]!.kind === 'verb') return true;
  return false;
}

/** Whether a finite verb directly follows another one of some phrases: "was supposed to be released | was delayed" has one subject. */
export const verbsMeet = (
  { tokens, phrases }: Pick<MainClause, 'tokens' | 'phrases'>,
  kept: readonly number[],
): boolean =>
  kept.some((k, i) => {
    const begins = phrases[k]!.kind === 'verb' && tokens[phrases[k]!.from]!.pos === 'AUX';
    return begins && /^(?:verb|infinitive)$/.test(phrases[kept[i - 1] ?? -1]?.kind ?? '');
  });
