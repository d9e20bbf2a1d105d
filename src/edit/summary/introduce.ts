import type { Draft } from '../../story/furniture.ts';
import type { Evidence } from '../../story/span.ts';
import { calledIn } from '../../story/who/people.ts';
import { capital } from '../cutting/write.ts';
import type { StoryView } from '../story-view.ts';

/**
 * Puts before each draft a form in which a person whom it names by surname alone is named in full, with the place of the full
 * name as proof. Which form is wanted depends on who was named before: furnish decides.
 */
export function introduce(drafts: readonly Draft[], story: StoryView): Draft[] {
  return drafts.flatMap((draft) => {
    const full = namedInFull(draft, story);
    return full ? [full, draft] : [draft];
  });
}

/** Where a surname first stands by itself; -1 where it does not. */
function alone(surname: string, text: string): number {
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
    const end = at + surname.length;
    if (
      !/[\p{L}\p{N}.'’-]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}-]/u.test(text.slice(end, end + 2))
    )
      return at;
  }
  return -1;
}

function namedInFull(draft: Draft, story: StoryView): Draft | null {
  let { text } = draft;
  const evidence: Evidence[] = [...draft.evidence];
  for (const person of story.people.values()) {
    const surname = calledIn(story.copy.text, person.full);
    if (!draft.text.includes(surname)) continue;
    const at = alone(surname, text);
    if (
      at < 0 ||
      text.slice(0, at).includes('"') ||
      text.slice(0, at).includes('“') ||
      /[\p{Lu}][\p{L}.'’-]*\s$/u.test(text.slice(0, at)) ||
      // "the Ode campaign" is hers, and keeps its article.
      /\b(?:the|a|an)\s$/iu.test(text.slice(0, at))
    )
      continue;
    const name = person.withRole && person.withRole.split(/\s+/u).length <= 7 ? person.withRole : person.full;
    const start = story.copy.text.indexOf(name);
    if (start < 0) continue;
    text = text.slice(0, at) + name + text.slice(at + surname.length);
    evidence.push({ part: 'text', start, end: start + name.length });
  }
  return text === draft.text ? null : { ...draft, text: capital(text), evidence };
}
