import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';

/** How mail leaves the house. `smtp` holds a password, so it is never logged. */
export type MailSettings = { readonly smtp: string; readonly from: string };

/** `refused`: the server will never take it. `failed`: it may, later. */
export type Sent = { readonly kind: 'sent' } | { readonly kind: 'refused' | 'failed'; readonly why: string };

export type SendMail = { send(letter: Letter): Promise<Sent>; close(): void };

const PATIENCE = 15_000;

/** Sends letters through an SMTP server, over few connections. With `smtps:` over TLS, with `smtp:` where the server offers it. */
export function createMailSender({ smtp, from }: MailSettings): SendMail {
  const transport = createTransport({
    url: smtp,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html, id, unsubscribe }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: id,
          headers: {
            'Auto-Submitted': 'auto-generated',
            // RFC 8058: a mail program shows a button that needs no page.
            ...(unsubscribe && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
        return { kind: 'sent' };
      } catch (error) {
        return problemOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** @NOTE What the server answers may repeat the address and more; its code and first line are enough. */
function problemOf(error: unknown): Sent {
  const { responseCode, response, code, command } = error as Record<string, unknown>;
  if (typeof responseCode === 'number') {
    const why = `the server answered ${String(response ?? responseCode)
      .split(/[\r\n]/)[0]
      ?.slice(0, 200)}`;
    // A wrong password is our trouble, not the letter's.
    const forever = responseCode >= 500 && responseCode < 600 && /^(?:RCPT TO|DATA)$/.test(String(command ?? ''));
    return { kind: forever ? 'refused' : 'failed', why };
  }
  return {
    kind: 'failed',
    why: typeof code === 'string' ? `the server could not be asked: ${code}` : 'it could not be sent',
  };
}
