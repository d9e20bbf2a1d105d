import type { Draft } from '../story/furniture.ts';
import type { Person } from '../story/people.ts';
import type { Evidence } from '../story/span.ts';
import { oncePer } from '../text/once-per.ts';
import type { StoryView } from './story-view.ts';

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

/** A surname that stands by itself; made once for each person. */
const alone = oncePer((person: Person): RegExp => {
  const literally = surnameOf(person).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}.'’-])${literally}(?![\\p{L}\\p{N}-])`, 'u');
});

const surnameOf = ({ full }: Person): string => full.slice(full.lastIndexOf(' ') + 1);

function namedInFull(draft: Draft, story: StoryView): Draft | null {
  let { text } = draft;
  const evidence: Evidence[] = [...draft.evidence];
  for (const person of story.people.values()) {
    const surname = surnameOf(person);
    if (!draft.text.includes(surname)) continue;
    const at = text.search(alone(person));
    if (
      at < 0 ||
      text.slice(0, at).includes('"') ||
      text.slice(0, at).includes('“') ||
      /[\p{Lu}][\p{L}.'’-]*\s$/u.test(text.slice(0, at))
    )
      continue;
    const name = person.withRole && person.withRole.split(/\s+/u).length <= 7 ? person.withRole : person.full;
    const start = story.copy.text.indexOf(name);
    if (start < 0) continue;
    text = text.slice(0, at) + name + text.slice(at + surname.length);
    evidence.push({ part: 'text', start, end: start + name.length });
  }
  return text === draft.text ? null : { ...draft, text, evidence };
}
