import { checkClaim, type Verdict } from './check/check-claim.ts';
import type { CopyToCheck } from './check/reading/region.ts';
import { findQuotations } from './edit/quotes/quotations.ts';

/** What the gate says of anybody's words about a piece of copy. Who is quoted in the copy is found where it is not given. */
export const checkAgainstCopy = (claim: string, copy: CopyToCheck): Verdict => checkClaim(claim, withQuotations(copy));

function withQuotations(copy: CopyToCheck): CopyToCheck {
  if (copy.quotations) return copy;
  const known = read.get(copy);
  if (known) return known;
  const made = { ...copy, quotations: findQuotations(copy.text) };
  read.set(copy, made);
  return made;
}

/** Many claims are made about one copy: it is read once. */
const read = new WeakMap<CopyToCheck, CopyToCheck>();
