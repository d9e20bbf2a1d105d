/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** Where in the copy a derived element finds its proof: the agency's headline, or the copy's text (`Copy.text`). */
export type Evidence = Span & { readonly part: 'headline' | 'text' };
