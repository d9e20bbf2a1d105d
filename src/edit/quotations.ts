import type { Mention, Quotation } from '../story/quotation.ts';
import { type Attribution, attributionOf } from './quote-attribution.ts';
import { type Item, type Scene, scenesOf } from './quote-scene.ts';

type Said = { readonly scene: Scene; readonly attribution: Attribution };

/** Who said what: every stretch in quotation marks with the speaker and the cue where the copy names them. Ordered, never guessed. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let last: Said | undefined;
  let lastScene = -1;
  for (const [n, scene] of scenesOf(text).entries()) {
    for (const [at, item] of scene.items.entries()) {
      if (item.marked === undefined) continue;
      const own = attributionOf(scene, at, text);
      const whole = isWhole(text, item);
      const said: Said | undefined =
        own !== undefined
          ? { scene, attribution: own }
          : last !== undefined && whole && floats(scene, at, n - lastScene)
            ? last
            : undefined;
      if (said !== undefined && (own === undefined || whole)) {
        last = said;
        lastScene = n;
      } else if (own !== undefined) {
        last = said;
        lastScene = n;
      }
      found.push({
        start: item.marked.start,
        end: item.marked.end,
        kind: whole ? 'direct' : 'mixed',
        speaker: said ? mention(text, said.scene.items, said.attribution.speaker) : null,
        cue: said ? mention(text, said.scene.items, said.attribution.cue) : null,
      });
    }
  }
  return found;
}

/** A quotation without a cue of its own goes on from the one before: alone in its sentence, at most a sentence later. */
function floats(scene: Scene, at: number, distance: number): boolean {
  return distance <= 2 && scene.items.every((item, k) => k === at || item.pos === 'PUNCT' || item.marked !== undefined);
}

/** Whole sentences in marks, rather than a fragment inside the reporter's own sentence. */
function isWhole(text: string, item: Item): boolean {
  const words = text.slice(item.marked!.start, item.marked!.end);
  return /^\s*[[(…."'‘“]*\p{Lu}/u.test(words);
}

function mention(text: string, items: readonly Item[], phrase: { from: number; to: number }): Mention {
  const start = items[phrase.from]!.start;
  const end = items[phrase.to]!.end;
  return { start, end, text: text.slice(start, end) };
}
