import type { Secret } from './sources/transport-settings.ts';

/** What a webhook may be told of. */
export const WEBHOOK_EVENTS = [
  'comment.posted',
  'comment.approved',
  'comment.held',
  'comment.removed',
  'story.published',
  'story.corrected',
  'story.killed',
] as const;

export type WebhookEventType = (typeof WEBHOOK_EVENTS)[number];

/** Whom to tell of what. `ended` says why nothing is sent there any more. */
export type Webhook = {
  readonly id: number;
  readonly url: string;
  readonly events: readonly WebhookEventType[];
  readonly secret: Secret;
  /** Its server may stand in a private network. */
  readonly private: boolean;
  readonly createdAt: string;
  readonly ended?: string;
};
