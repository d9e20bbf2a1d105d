// What other programs may import from Copydesk: `import { checkClaim } from 'copydesk'`. It needs Node 24 or newer and no store.

export type { CheckedSentence, Verdict } from './check/check-claim.ts';
export type { CopyToCheck } from './check/reading/region.ts';
export { CHECKS_VERSION } from './check/seal-furniture.ts';
export { checkAgainstCopy as checkClaim } from './check-against-copy.ts';
export { type Furnished, furnish } from './furnish/furnish.ts';
export type { Element, Finding, Furniture } from './story/furniture.ts';
export type { Evidence, Span } from './story/span.ts';
export { copyOf, type ReceivedCopy } from './wire/copy-of.ts';
export { parse } from './wire/parse.ts';
export type { Parsed, Refusal, WireItem } from './wire/wire-item.ts';
