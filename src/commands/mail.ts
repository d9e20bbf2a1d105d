import { parseArgs } from 'node:util';
import { outboxFigures } from '../store/accounts/outbox.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** `copydesk mail`: what waits in the outbox and what has met trouble. */
export const mailCommand: Command = {
  name: 'mail',
  summary: 'show what mail waits, and what could not be sent and why',
  usage: `Usage: copydesk mail [--json]

Shows how much mail waits and was sent in the last 30 days, and each that has met trouble, with the server's words.

  --json  one JSON object a line, of what has met trouble

Mail is sent by "copydesk start" with these settings (environment):
  COPYDESK_SMTP       smtp://user:password@host:587 or smtps://…
  COPYDESK_MAIL_FROM  the address that it comes from, such as "The Courier <desk@courier.example>"

Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
    const { waiting, sent, trouble } = await withStore(outboxFigures);
    if (!values.json) process.stdout.write(`${waiting} waiting, ${sent} sent.\n`);
    for (const mail of trouble) {
      const next =
        mail.outcome === 'dead' ? 'given up' : mail.outcome === null ? `tried again at ${mail.nextTry}` : mail.outcome;
      const line = `${mail.id}  ${mail.kind}  ${mail.to ?? 'a reader'}  ${mail.tries} tries, ${next}: ${mail.problem}`;
      process.stdout.write(values.json ? `${JSON.stringify(mail)}\n` : `${lineForTerminal(line)}\n`);
    }
    return 0;
  },
};
