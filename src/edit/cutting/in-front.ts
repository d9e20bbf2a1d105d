import type { Draft, Drafts } from '../../story/furniture.ts';

/** A model's candidates before the engine's: whatever place a model's words stand in, the engine's for the same sentence stand behind them. */
export function inFront(model: Drafts, engine: Drafts): Drafts {
  return {
    displayHeadline: [...model.displayHeadline, ...engine.displayHeadline],
    standfirst: [...model.standfirst, ...engine.standfirst],
    summary: placesInFront(model.summary, engine.summary),
    ...(engine.summaryWords && { summaryWords: engine.summaryWords }),
    keyPointsTitle: [...model.keyPointsTitle, ...engine.keyPointsTitle],
    keyPoints: placesInFront(model.keyPoints, engine.keyPoints),
    spareKeyPoints: engine.spareKeyPoints ?? [],
    lastKeyPoints: engine.lastKeyPoints ?? [],
    pullQuotes: engine.pullQuotes,
  };
}

type Places = readonly Iterable<Draft>[];

/** The model's places in its order, each with the engine's for that sentence behind it; then what only the engine has. */
function placesInFront(model: Places, engine: Places): Places {
  const left = [...engine];
  const first = model.map((drafts) => {
    const [own] = drafts;
    const at = left.findIndex(([other]) => own && other && shareProof(own, other));
    return at < 0 ? drafts : [...drafts, ...(left.splice(at, 1)[0] ?? [])];
  });
  return [...first, ...left];
}

const shareProof = (one: Draft, other: Draft): boolean =>
  one.evidence.some((a) =>
    other.evidence.slice(0, 1).some((b) => a.part === b.part && a.start < b.end && b.start < a.end),
  );
