import { parseArgs } from 'node:util';
import { type ElementPlace, editElement } from '../edit-element.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { complain, wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

const single = { headline: 'displayHeadline', standfirst: 'standfirst', 'points-title': 'keyPointsTitle' } as const;
const listed = { summary: 'summary', point: 'keyPoint' } as const;

/** `copydesk edit SLUG PLACE`: an editor's own words for an element, through the same checks. */
export const editCommand: Command = {
  name: 'edit',
  summary: "put an editor's words in the place of a headline, a standfirst, a point or a sentence of the summary",
  usage: `Usage: copydesk edit SLUG PLACE --by NAME --text TEXT [--reason REASON]
       copydesk edit SLUG PLACE --by NAME --remove

PLACE is headline, standfirst, points-title, summary:N or point:N (N from 1; one more than there are adds one).
The words go through the same checks as the engine's. What the checks do not let pass is said, and nothing changes.

  --by      who edits; readers see the name on the record of the page ("How this page was made")
  --text    the words; one sentence
  --reason  answer by name for what the checks do not let pass: the reason is kept, and readers see it
  --remove  leave the element out

When newer copy arrives, an editor's words stay while the sentence they rest on stays; else they are withdrawn.
Exit codes: 0 done; 1 the checks refuse the words, or the story cannot be edited, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        by: { type: 'string' },
        text: { type: 'string' },
        reason: { type: 'string' },
        remove: { type: 'boolean', default: false },
      },
    });
    const [slug, name, ...more] = positionals;
    const place = placeOf(name ?? '');
    if (slug === undefined || name === undefined || more.length > 0)
      return wronglyCalled('edit', 'name a story and a place in it');
    if (!place)
      return wronglyCalled(
        'edit',
        `"${name}" is no place; there are headline, standfirst, points-title, summary:N and point:N`,
      );
    if (values.by === undefined) return wronglyCalled('edit', 'say who edits: --by NAME');
    if ((values.text === undefined) !== values.remove) return wronglyCalled('edit', 'give either --text or --remove');
    const { by, text = null, reason } = values;
    const edited = await withNewsroom((newsroom) =>
      editElement(newsroom, slug, { place, text, by, ...(reason !== undefined && { reason }) }),
    );
    if (edited.ok) {
      process.stdout.write(`${lineForTerminal(`${slug}: ${name} ${values.remove ? 'is left out' : 'is changed'}`)}\n`);
      return 0;
    }
    for (const { check, message } of edited.findings)
      process.stderr.write(`${lineForTerminal(`${check}: ${message}`)}\n`);
    return complain('nothing was changed. To answer for these words by name, add --reason.');
  },
};

function placeOf(name: string): ElementPlace | undefined {
  if (name in single) return { kind: single[name as keyof typeof single] };
  const [list, number] = name.split(':');
  if (list === undefined || !(list in listed) || !/^[1-9]\d?$/.test(number ?? '')) return undefined;
  return { kind: listed[list as keyof typeof listed], number: Number(number) };
}
