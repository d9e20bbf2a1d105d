import { draftsIn, refusedOf } from '../../ask-model.ts';
import { askModel } from '../../edit/llm/ask.ts';
import type { Model, Use } from '../../edit/llm/model.ts';
import { furnish } from '../../furnish/furnish.ts';
import type { Copy } from '../../story/copy.ts';
import { forTerminal } from './for-terminal.ts';
import { furniturePage } from './furniture-page.ts';

/** The page with a model's words where they pass, and before it each of them with what the checks found. Nothing is stored. */
export async function modelPage(
  copy: Copy,
  model: Model,
  { language, columns }: { readonly language: 'en-US' | 'en-GB'; readonly columns: number },
): Promise<string | { readonly failure: string }> {
  const asked = await askModel(model, copy);
  if (!asked.ok) return { failure: `The language model ${model.name} ${asked.why}.` };
  const made = furnish(copy, { language, drafts: asked.drafts });
  const refused = refusedOf(asked.drafts, { ...copy, quotations: made.quotations });
  const lines = draftsIn(asked.drafts).flatMap(({ draft, kind }) => {
    const against = refused.find((one) => one.draft === draft && one.kind === kind);
    return [
      `  ${against ? 'refused' : 'passes '}  ${kind}: ${draft.text}`,
      ...(against?.findings ?? []).map(({ message }) => `           └ ${message.replace(/^.*? is refused: /u, '')}`),
    ];
  });
  const dropped = asked.findings.map(({ message }) => `  dropped  ${message}`);
  const head = `WHAT ${model.name} WROTE (${costOf(asked.use)})`;
  return `${forTerminal([head, ...lines, ...dropped, ''].join('\n'))}\n${furniturePage(copy, made, columns)}`;
}

function costOf({ ms, tokensIn, tokensOut, cost }: Use): string {
  const tokens = tokensIn === undefined ? 'tokens not counted' : `${tokensIn} tokens in, ${tokensOut ?? 0} out`;
  return `${(ms / 1000).toFixed(1)} s, ${tokens}${cost === undefined ? '' : `, cost ${cost}`}`;
}
