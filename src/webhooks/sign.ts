import { createHmac, randomBytes } from 'node:crypto';
import { CopydeskError } from '../story/errors.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks: at least 24 bytes, 64 at most. */
const LEAST_BYTES = 24;
const MOST_BYTES = 64;

/** A secret of 256 bits, written as Standard Webhooks has it: base64 behind `whsec_`. */
export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/** The bytes of a written secret. @throws CopydeskError `bad-setting` when it is none; the secret is not quoted. */
export function secretBytes(written: string): Buffer {
  const bytes = Buffer.from(written.startsWith(PREFIX) ? written.slice(PREFIX.length) : '', 'base64');
  if (bytes.byteLength >= LEAST_BYTES && bytes.byteLength <= MOST_BYTES) return bytes;
  throw new CopydeskError(
    'bad-setting',
    `A webhook's secret is "${PREFIX}" and ${LEAST_BYTES} to ${MOST_BYTES} bytes in base64; the one that was found is not.`,
  );
}

/** The three headers of Standard Webhooks 1.0 for one try; `at` is the try's own time, in whole seconds. */
export function signedHeaders(
  message: { readonly id: string; readonly body: string; readonly at: Date },
  secret: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(message.at.getTime() / 1000));
  const signature = createHmac('sha256', secretBytes(secret))
    .update(`${message.id}.${timestamp}.${message.body}`)
    .digest('base64');
  return { 'webhook-id': message.id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
