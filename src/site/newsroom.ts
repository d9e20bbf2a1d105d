import type { Store } from '../store/store.ts';
import type { Edition } from '../story/edition.ts';

/** What the pages need of the newsroom. `url` is the public address, without a slash at its end. */
export type Newsroom = {
  readonly store: Store;
  readonly now: () => Date;
  readonly url: string;
  /** Set where mail can be sent: only then readers are asked for an address. */
  readonly mail?: object;
};

/** What stands around every page. */
export type Frame = {
  readonly edition: Edition;
  /** Public address, without a slash at its end. */
  readonly url: string;
  readonly sections: readonly string[];
  /** Whose pages may frame a discussion. */
  readonly framedBy: readonly string[];
  /** A line above every page, such as how to leave the demo. */
  readonly notice?: string;
};
