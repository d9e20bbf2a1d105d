import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newWebhookSecret, secretBytes, signedHeaders } from './sign.ts';

describe('the signature of a webhook', () => {
  it('is the one of the worked example of Standard Webhooks', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
      at: new Date(1614265330 * 1000),
    };
    const headers = signedHeaders(message, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('has a secret of 32 bytes, another each time', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    assert.deepEqual(
      secrets.map((secret) => secretBytes(secret).byteLength),
      [32, 32],
    );
    assert.notEqual(secrets[0], secrets[1]);
  });

  it('is refused for a secret that is too short or not written as one, without quoting it', () => {
    assert.throws(() => secretBytes('whsec_c2hvcnQ='), /bad-setting|whsec_/);
    assert.throws(
      () => secretBytes('a plain password'),
      (error: Error) => !error.message.includes('a plain password'),
    );
  });
});
