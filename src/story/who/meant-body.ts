import type { Name } from '../../text/names/names.ts';
import type { Token } from '../../text/tokens.ts';
import { reportingVerb } from '../../text/words/reporting-verbs.ts';
import { type Discourse, nameOf, type Told } from './discourse.ts';
import { isBody, isCalled } from './is-body.ts';
import { firstAt } from './name-places.ts';
import type { Actor } from './sentence-subject.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));
/** What only somebody who decides can do; a deal, a mine or a plan does none of it. */
const DECIDES = words(`
  plans planned hopes hoped wants wanted intends intended aims aimed decided agreed refused declined expects expected believes believed
  urged vowed pledged promised proposed warned demanded threatened apologised apologized thinks sought seeks appealed asked considers hired fired sacked employs
  dismissed rejected condemned criticised criticized praised blamed accused advised recommended filed sued invited
`);
/** How many sentences "it said" may look back over for whoever spoke last. */
const MOST_BACK = 3;

/** The body that "it" at token `at` of sentence `k` means: the only one that acted or spoke last. Undefined where there is any doubt. */
export function bodyMeant(discourse: Discourse, k: number, at: number): Name | undefined {
  const { told, places } = discourse;
  const { tokens, start } = told[k]!.sentence;
  const speaks = says(tokens, at);
  if (!speaks && !decides(tokens, at)) return undefined;
  const body = lastBody(discourse, k, speaks);
  if (body === undefined) return undefined;
  const end = tokens[at]!.start;
  for (let i = firstAt(places, start); i < places.length && places[i]!.start < end; i++) {
    if (places[i]!.name !== body && isBody(discourse, places[i]!.name)) return undefined;
  }
  return body;
}

function lastBody(discourse: Discourse, k: number, speaks: boolean): Name | undefined {
  for (let j = k - 1; j >= 0 && j >= k - (speaks ? MOST_BACK : 1); j--) {
    const body = actingIn(discourse, j) ?? calledIn(discourse, j);
    if (body !== undefined && isBody(discourse, body)) return body;
    const { subject, speakers } = discourse.told[j]!;
    // A thing was spoken of: what it says next is still the word of whoever spoke before.
    if (!(speaks && speakers.length === 0 && subject?.kind === 'other' && isThing(discourse.told[j]!, subject)))
      return undefined;
  }
  return undefined;
}

/** The only one who acts or speaks in the sentence. */
function actingIn(discourse: Discourse, k: number): Name | undefined {
  const named = new Set(actorsOf(discourse.told[k]!).map((actor) => nameOf(discourse, k, actor)));
  return named.size === 1 ? [...named][0] : undefined;
}

/** "The company said", where the sentence before told what the company did, by its name. */
function calledIn(discourse: Discourse, k: number): Name | undefined {
  const body = k === 0 ? undefined : actingIn(discourse, k - 1);
  const actors = actorsOf(discourse.told[k]!);
  return body && actors.length > 0 && actors.every((actor) => isCalled(discourse, body, k, actor)) ? body : undefined;
}

/** Who acts in the sentence: whoever speaks, and its subject if that is no part of what is said. */
function actorsOf({ subject, speakers }: Told): Actor[] {
  if (speakers.length === 0) return subject ? [subject] : [];
  return subject?.kind === 'name' ? [subject, ...speakers] : [...speakers];
}

/** A subject of small words that no body is called by: no "the company", no "the report". */
export const isThing = ({ sentence: { tokens } }: Told, subject: Actor & { kind: 'other' }): boolean => {
  const own = tokens.slice(subject.from, subject.to + 1);
  return (
    own.every(({ text, norm }) => !/^\p{Lu}/u.test(text) || norm === own[0]!.norm) &&
    !own.some(({ norm }) => SPEAKABLE.has(norm))
  );
};
const SPEAKABLE = words(`
  statement report study survey paper newspaper letter document filing notice website channel station campaign movement institute firm maker producer company carrier operator retailer lender
  ministry department agency authority commission committee council court parliament government union federation league club party group bank fund board body
  watchdog regulator organisation organization airline university country nation state city team side
`);

/** Whether the verb of the pronoun at a token is one of saying. */
export const says = (tokens: readonly Token[], at: number): boolean => {
  let k = at + 1;
  while (tokens[k]?.pos === 'ADV' || /^(?:has|had|also)$/u.test(tokens[k]?.norm ?? '')) k++;
  const verb = reportingVerb(tokens[k]?.norm ?? '');
  return (
    verb !== undefined &&
    (verb.form === 'past' || verb.form === 'present') &&
    !/^(?:show|find|recall|continue|mean|suggest|indicate|charge|report)$/u.test(verb.base)
  );
};

const decides = (tokens: readonly Token[], at: number): boolean => {
  let k = at + 1;
  while (tokens[k]?.pos === 'ADV' || /^(?:has|had|also|will|would)$/u.test(tokens[k]?.norm ?? '')) k++;
  return DECIDES.has(tokens[k]?.norm ?? '');
};
