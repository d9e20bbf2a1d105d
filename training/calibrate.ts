type Scored = { readonly score: number; readonly target: number; readonly weight: number };

const ROUNDS = 3000;
const RATE = 0.5;

/** Platt's two numbers (Platt, 1999): the line from a score to the log-odds that people call a text disrespectful. */
export function calibrate(scored: readonly Scored[]): { readonly slope: number; readonly offset: number } {
  let slope = 1;
  let offset = 0;
  let all = 0;
  for (const { weight } of scored) all += weight;
  for (let round = 0; round < ROUNDS && all > 0; round++) {
    let down = 0;
    let across = 0;
    for (const { score, target, weight } of scored) {
      const error = (1 / (1 + Math.exp(-(slope * score + offset))) - target) * weight;
      down += error * score;
      across += error;
    }
    slope -= (RATE * down) / all / 4;
    offset -= (RATE * across) / all;
  }
  return { slope, offset };
}
