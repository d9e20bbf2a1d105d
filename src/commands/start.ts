import { parseArgs } from 'node:util';
import { readEnvironment } from '../environment.ts';
import { type Running, startNewsroom } from '../main.ts';
import type { Command } from './command.ts';

/** `copydesk start`: serves the newsroom until it is told to stop. */
export const startCommand: Command = {
  name: 'start',
  summary: 'serve the newsroom',
  usage: `Usage: copydesk start [--no-demo]

Serves the newsroom on http://HOST:PORT until it gets SIGINT (Ctrl+C) or SIGTERM. An empty newsroom is filled with demo
stories; "copydesk demo leave" removes them.

  --no-demo  begin empty

Settings (environment):
  PORT           port to listen on (default 3000; 0 takes any free one)
  HOST           address to listen on (default 127.0.0.1; 0.0.0.0 for all)
  COPYDESK_DATA  folder of the embedded database (default ./data)
  COPYDESK_URL   public address of the site (default http://localhost:PORT)
  DATABASE_URL   a PostgreSQL 15 or newer instead of the embedded database
  COPYDESK_SECRET     signs the cookies of accounts, the same on every machine (default: a file of the data folder)
  COPYDESK_SMTP       sends mail, such as smtp://user:password@host:587; COPYDESK_MAIL_FROM says from which address

Exit codes: 0 stopped as asked; 1 it could not run; 2 a setting or an option is wrong.`,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { 'no-demo': { type: 'boolean', default: false } } });
    const environment = readEnvironment(process.env);
    const running = await startNewsroom(environment, { demo: !values['no-demo'] });
    process.stdout.write(greeting(running));
    await new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    // A second signal, or a reader who never hangs up, may not keep it alive.
    process.once('SIGINT', () => process.exit(0));
    setTimeout(() => process.exit(0), 5000).unref();
    await running.close();
    return 0;
  },
};

function greeting({ newsroom: { url }, address, demoLoaded, firstAdmin }: Running): string {
  const demo = demoLoaded ? 'These are demo stories. To leave the demo: node bin/copydesk.js demo leave\n' : '';
  const listens = url === address ? '' : `It listens on ${address}. `;
  const admin = firstAdmin
    ? `Nobody sits at its desk yet. Become its admin, once, within 24 hours:\n  ${firstAdmin}\n`
    : '';
  return `Copydesk is at ${url}/\n${demo}${admin}${listens}Press Ctrl+C to stop.\n`;
}
