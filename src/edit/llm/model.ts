/** A language model that the publisher has, behind an endpoint that speaks OpenAI's chat completions. */
export type Model = {
  /** What stands before `/chat/completions`, such as `http://localhost:11434/v1`. */
  readonly url: string;
  readonly name: string;
  /** Sent as a bearer token, and never written anywhere. */
  readonly key?: string;
  /** How long one story may take with all its retries, in milliseconds. */
  readonly timeLimit: number;
  /** What a million tokens cost, in whatever currency the publisher pays. */
  readonly prices?: { readonly in: number; readonly out: number };
  /** How often a failed request is made again; 2 where nothing is said. */
  readonly retries?: number;
};

/** What asking took. Tokens are as the endpoint counts them, absent where it does not say; `cost` is in the currency of the prices. */
export type Use = {
  readonly ms: number;
  readonly tokensIn?: number;
  readonly tokensOut?: number;
  readonly cost?: number;
};
