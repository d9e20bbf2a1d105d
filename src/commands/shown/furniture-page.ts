import type { Furnished } from '../../furnish/furnish.ts';
import type { Copy } from '../../story/copy.ts';
import { type Draft, makerName } from '../../story/furniture.ts';
import { forTerminal } from './for-terminal.ts';

/** Widest line of a terminal page; longer ones are hard to read. */
const WIDEST = 96;

/** A story's page as it reads on a terminal: each element, and under it the words of the copy that prove it. */
export function furniturePage(
  copy: Copy,
  { furniture, findings }: Omit<Furnished, 'seal' | 'quotations'>,
  columns: number,
): string {
  const width = Math.max(40, Math.min(columns, WIDEST));
  const lines: string[] = [];
  const say = (text = '', indent = 0) => lines.push(...wrap(text, width, indent));
  const element = (name: string, drafts: readonly Draft[], mark = '') => {
    say(name.toUpperCase());
    if (drafts.length === 0) say('left out: nothing could be proved', 2);
    for (const draft of drafts) {
      say(`${mark}${draft.text}`, 2);
      for (const words of proof(copy, draft)) say(`└ ${words}`, 6);
    }
    lines.push('');
  };
  const one = (draft: Draft | null) => (draft ? [draft] : []);
  element('Display headline', one(furniture.displayHeadline));
  element('Summary', furniture.summary);
  element(`Key points: ${furniture.keyPointsTitle?.text ?? ''}`.replace(/: $/, ''), furniture.keyPoints, '• ');
  if (furniture.keyPointsTitle)
    for (const words of proof(copy, furniture.keyPointsTitle))
      lines.splice(-1, 0, ...wrap(`title └ ${words}`, width, 2));
  say(`${furniture.readingMinutes} MIN READ`);
  lines.push('');
  say('AGENCY HEADLINE');
  say(copy.headline || 'none', 2);
  lines.push('');
  element('Standfirst', one(furniture.standfirst));
  say('PULL QUOTE');
  if (furniture.pullQuote) {
    say(`“${furniture.pullQuote.text}”`, 2);
    say(`— ${furniture.pullQuote.speaker}`, 2);
  } else say('none that is whole, telling and of a certain speaker', 2);
  lines.push('');
  if (copy.dateline) say(`DATELINE  ${copy.dateline.text}${copy.dateline.date ? ` (${copy.dateline.date})` : ''}`);
  if (copy.creditLine) say(`CREDIT    ${copy.creditLine}`);
  const makers = new Set(
    [furniture.displayHeadline, furniture.standfirst, ...furniture.summary, ...furniture.keyPoints].flatMap((made) =>
      made ? [makerName(made.madeBy)] : [],
    ),
  );
  say(`MADE BY   ${[...makers].join(', ') || 'nobody'}; checked word by word against the copy`);
  for (const { message } of findings) say(`NOTE      ${message}`);
  return forTerminal(`${lines.join('\n')}\n\n`);
}

function proof(copy: Copy, { evidence }: Draft): string[] {
  return evidence.map(
    ({ part, start, end }) =>
      `${part === 'headline' ? 'headline: ' : ''}${copy[part].slice(start, end).replace(/\s+/gu, ' ')}`,
  );
}

/** Folds at spaces; lines after the first stand two further in. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent + 2);
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines;
}
