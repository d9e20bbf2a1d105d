const JOIN = /^(?:But|And|Yet|So|However,|Meanwhile,|Moreover,|Nevertheless,|Instead,) (?=[\p{L}\p{N}$£€])/u;

/** A sentence without what joins it to one that may not stand before it here: "But a court cleared her". As it is where nothing does. */
export const withoutJoin = (sentence: string): string => sentence.replace(JOIN, '');
