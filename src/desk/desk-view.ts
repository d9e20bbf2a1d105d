import type { JudgingModels } from '../moderate/judgements.ts';
import type { QueueCounts } from '../store/moderation/queue.ts';
import type { Store } from '../store/store.ts';
import type { ModerationSettings } from '../story/discussion/moderation-settings.ts';
import type { Edition } from '../story/edition.ts';
import type { Staff } from '../story/staff.ts';

/** What the desk needs of the newsroom. `url` is the public address, without a slash at its end. */
export type DeskNewsroom = { readonly store: Store; readonly now: () => Date; readonly url: string };

/** What joins the desk to the rest of the house. */
export type DeskOptions = {
  /** Who sends this request, if she is signed in as somebody of the newsroom. */
  readonly staffOf: (request: Request) => Promise<Staff | undefined>;
  /** Where to sign in. */
  readonly signIn: string;
  /** A form that signs out, if there is one: the path that it is posted to. */
  readonly signOut?: string;
  /** The path of an asset by its plain name. */
  readonly asset: (name: string) => string;
  /** What is wrong with moderation now, in words, such as a model that could not be loaded. */
  readonly troubles?: () => readonly string[];
  /** The models that comments are judged by, while they can be used. */
  readonly models?: () => JudgingModels | undefined;
  /** How many people may decide about comments. */
  readonly countStaff?: () => Promise<number>;
};

/** What stands around every page of the desk. */
export type DeskFrame = {
  readonly edition: Edition;
  readonly staff: Staff;
  /** Nobody else could answer an appeal against her. */
  readonly alone: boolean;
  readonly counts: QueueCounts;
  readonly corrections: number;
  readonly troubles: readonly string[];
  /** Below which scores a comment waits for a person. */
  readonly hold: ModerationSettings['hold'];
  readonly now: Date;
  readonly options: DeskOptions;
};
