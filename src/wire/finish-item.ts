import type { Block } from '../story/copy.ts';
import type { WireItem } from './wire-item.ts';
import { takeClosingCredit } from './words/closing-credit.ts';
import { findDateline } from './words/dateline.ts';

/** What every format's items share: the dateline and the closing credit stand apart, and the body goes on without them. */
export function finishItem(item: WireItem): WireItem {
  if (!item.body || item.body.length === 0) return item;
  const { blocks, creditLine: closing } = takeClosingCredit(item.body);
  const when = item.versionCreated ?? item.firstCreated;
  const found = item.dateline ? null : findDateline(blocks.map(datelinePart), item.headline, when);
  const body = found ? cutStart(blocks, found.index, found.length) : blocks;
  const creditLine = item.creditLine ?? closing ?? found?.agency;
  return {
    ...item,
    body,
    ...(found ? { dateline: found.dateline } : {}),
    ...(creditLine === undefined ? {} : { creditLine }),
  };
}

/** Tables, headings and lists carry no dateline; a dot in front keeps them from looking like one. */
const datelinePart = ({ kind, text }: Block): string =>
  kind === 'paragraph' || kind === 'quotation' || kind === 'preformatted' ? text : `.${text}`;

function cutStart(blocks: readonly Block[], index: number, length: number): Block[] {
  return blocks.flatMap((block, at) => {
    if (at !== index) return [block];
    const text = block.text.slice(length);
    if (text.trim() === '') return [];
    const { marks, ...rest } = block;
    const moved = marks
      ?.map((mark) => ({ ...mark, start: Math.max(0, mark.start - length), end: mark.end - length }))
      .filter((mark) => mark.end > mark.start);
    return [{ ...rest, text, ...(moved && moved.length > 0 ? { marks: moved } : {}) }];
  });
}
