/** What must not happen, each with a code that `app.ts` maps to an HTTP status and the command to an exit code. */
export type ErrorCode = 'not-found' | 'not-allowed' | 'bad-setting' | 'bad-input' | 'store-broken';

export class CopydeskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CopydeskError';
    this.code = code;
  }
}
