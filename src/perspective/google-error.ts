/** The general errors that the protocol names, as Perspective's "Limits and errors" lists them. */
export type ErrorType =
  | 'COMMENT_TOO_LONG'
  | 'COMMENT_EMPTY'
  | 'NO_REQUESTED_ATTRIBUTES'
  | 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE'
  | 'LANGUAGE_DETECTION_FAILED'
  | 'INVALID_REQUEST';

export type ErrorStatus = 400 | 403 | 404 | 429 | 500 | 503;

/** An error in the shape of Google's APIs, for the answer's body: `{error: {code, message, status, details}}`. */
export type GoogleError = {
  readonly error: {
    readonly code: ErrorStatus;
    readonly message: string;
    readonly status: string;
    readonly details?: readonly Readonly<Record<string, unknown>>[];
  };
};

/** What is wrong with a request. `more` are further fields of the detail, such as the languages that are not read. */
export function requestError(
  errorType: ErrorType,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): GoogleError {
  const detail = { '@type': 'type.googleapis.com/google.commentanalyzer.v1alpha1.Error', errorType, ...more };
  return { error: { code: 400, message, status: 'INVALID_ARGUMENT', details: [detail] } };
}

const failure = (code: ErrorStatus, status: string, message: string, reason?: string): GoogleError => ({
  error: {
    code,
    message,
    status,
    ...(reason && { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'copydesk' }] }),
  },
});

export const NO_KEY = failure(
  403,
  'PERMISSION_DENIED',
  'A key is needed: send it as ?key=KEY or in the header X-Goog-Api-Key.',
);
export const WRONG_KEY: GoogleError = failure(
  400,
  'INVALID_ARGUMENT',
  'API key not valid. Please pass a valid API key.',
  'API_KEY_INVALID',
);
export const UNREADABLE: GoogleError = requestError(
  'INVALID_REQUEST',
  'Invalid JSON payload received: an object is wanted.',
);
export const TOO_LARGE: GoogleError = requestError('INVALID_REQUEST', 'Request payload size exceeds the limit: 1 MiB.');

/** Something broke here; the cause is in the log alone. */
export const INTERNAL: GoogleError = failure(500, 'INTERNAL', 'Internal error encountered.');

/** Too many requests; `what` says of which limit. */
export const quotaExceeded = (what: string): GoogleError =>
  failure(429, 'RESOURCE_EXHAUSTED', `Quota exceeded: ${what}.`, 'RATE_LIMIT_EXCEEDED');

/** Nothing can be judged now; no score is made up. */
export const unavailable = (why: string): GoogleError =>
  failure(503, 'UNAVAILABLE', `Comments cannot be scored now: ${why} Treat this comment as not scored.`);
