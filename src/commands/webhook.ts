import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../environment.ts';
import type { Newsroom } from '../newsroom.ts';
import { secretsFrom } from '../sources/secrets.ts';
import { addWebhook, listWebhooks, removeWebhook, webhookFigures } from '../store/others/webhooks.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Secret } from '../story/sources/transport-settings.ts';
import { WEBHOOK_EVENTS, type Webhook, type WebhookEventType } from '../story/webhook.ts';
import { send } from '../webhooks/send.ts';
import { newWebhookSecret, secretBytes, signedHeaders } from '../webhooks/sign.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** `copydesk webhook add|list|remove|test`. */
export const webhookCommand: Command = {
  name: 'webhook',
  summary: 'tell other programs of comments and stories, signed, as they happen',
  usage: `Usage: copydesk webhook add URL [--events EVENT,…] [--private] [--secret-env NAME | --secret-file FILE]
       copydesk webhook list [--json]
       copydesk webhook remove NUMBER
       copydesk webhook test NUMBER

  add     from now on URL is sent each event as a POST with JSON, signed by Standard Webhooks; shows the secret once
  list    every webhook with what was delivered, what waits, what was given up, and its last problem
  remove  nothing more is sent there
  test    sends it an event "test" now, and says what its server answered

  --events       ${WEBHOOK_EVENTS.join(', ')}
                 (default: all)
  --private      its server may stand in a private network or on this machine, and speak plain http
  --secret-env   the environment variable of "copydesk start" that holds the secret (whsec_ and base64)
  --secret-file  the file that holds it. Without either a secret is made and put into a file of the data folder
  --json         one JSON object a line

What a server does not answer with 2xx in 10 seconds is tried ten times in three days, then given up. 410 ends a webhook.
Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        events: { type: 'string' },
        private: { type: 'boolean', default: false },
        'secret-env': { type: 'string' },
        'secret-file': { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, what, ...rest] = positionals;
    if (verb === 'list' && what === undefined) return withNewsroom((newsroom) => list(newsroom, values.json));
    if (what === undefined || rest.length > 0)
      return wronglyCalled('webhook', 'say "list", "add" with a URL, "remove" or "test" with a number.');
    if (verb === 'add') {
      const { 'secret-env': env, 'secret-file': file } = values;
      if (env !== undefined && file !== undefined)
        return wronglyCalled('webhook', 'the secret stands in one place, not in two.');
      const secret = env !== undefined ? { env } : file !== undefined ? { file } : undefined;
      return add(what, { events: values.events, private: values.private, ...(secret && { secret }) });
    }
    const id = Number(/^#?(\d{1,15})$/.exec(what)?.[1]);
    if (!Number.isSafeInteger(id))
      return wronglyCalled('webhook', `"${what}" is not the number of a webhook; "list" shows them.`);
    if (verb === 'test') return withNewsroom((newsroom) => test(newsroom, id));
    if (verb !== 'remove')
      return wronglyCalled('webhook', 'say "list", "add" with a URL, "remove" or "test" with a number.');
    await withNewsroom(({ store }) => removeWebhook(store, id, new Date()));
    return say(`Nothing more is sent to webhook ${id}.`);
  },
};

async function add(
  written: string,
  options: { readonly events: string | undefined; readonly private: boolean; readonly secret?: Secret },
): Promise<number> {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return wronglyCalled('webhook', `"${written}" is no web address.`);
  if (url.username || url.password)
    return wronglyCalled('webhook', 'the address may not hold a password; whoever reads the list sees it.');
  if (url.protocol === 'http:' && !options.private)
    return wronglyCalled('webhook', 'plain http is for --private alone; use https.');
  const events = (options.events ?? WEBHOOK_EVENTS.join(',')).split(',').map((name) => name.trim());
  const unknown = events.find((name) => !(WEBHOOK_EVENTS as readonly string[]).includes(name));
  if (unknown !== undefined)
    return wronglyCalled('webhook', `"${unknown}" is no event; they are ${WEBHOOK_EVENTS.join(', ')}.`);
  // A secret that is given must be there and be one, or its webhook would never be told anything.
  if (options.secret) secretBytes(await secretsFrom(process.env)(options.secret));
  const { dataFolder } = readEnvironment(process.env);
  const made = newWebhookSecret();
  const fileOf = (id: number): string => join(dataFolder, `webhook-${id}.secret`);
  return withNewsroom(async ({ store, now }) => {
    const wanted = {
      url: url.href,
      events: events as WebhookEventType[],
      private: options.private,
      now: now(),
    };
    const webhook = await addWebhook(store, wanted, (id) => options.secret ?? { file: fileOf(id) });
    if (!options.secret) {
      await writeFile(fileOf(webhook.id), `${made}\n`, { mode: 0o600, flag: 'wx' });
      process.stderr.write(`The secret, which is shown only now and stands in ${fileOf(webhook.id)}:\n`);
      process.stdout.write(`${made}\n`);
    }
    process.stderr.write(`Webhook ${webhook.id} is told of ${events.join(', ')} from now on.\n`);
    return 0;
  });
}

async function list({ store }: Newsroom, json: boolean): Promise<number> {
  const figures = await webhookFigures(store);
  const webhooks = await listWebhooks(store);
  for (const webhook of webhooks) {
    const mine = figures.get(webhook.id) ?? { waiting: 0, delivered: 0, dead: 0 };
    if (json) process.stdout.write(`${JSON.stringify({ ...webhook, ...mine })}\n`);
    else process.stdout.write(`${linesOf(webhook, mine).map(lineForTerminal).join('\n')}\n`);
  }
  if (webhooks.length === 0 && !json) process.stdout.write('No webhooks.\n');
  return 0;
}

function linesOf(
  { id, url, events, ended, private: trusted }: Webhook,
  figures: { waiting: number; delivered: number; dead: number; problem?: string },
): string[] {
  const { waiting, delivered, dead, problem } = figures;
  return [
    `${id}  ${url}${trusted ? '  (private)' : ''}  ${delivered} delivered, ${waiting} waiting, ${dead} given up`,
    `    ${events.length === WEBHOOK_EVENTS.length ? 'all events' : events.join(', ')}`,
    ...(ended === undefined ? [] : [`    ended: ${ended}. Add it anew when its server is back.`]),
    ...(problem === undefined ? [] : [`    last problem: ${problem}`]),
  ];
}

async function test({ store, now }: Newsroom, id: number): Promise<number> {
  const webhook = (await listWebhooks(store)).find((each) => each.id === id);
  if (!webhook) throw new CopydeskError('not-found', `No webhook has the number ${id}.`);
  const secret = await secretsFrom(process.env)(webhook.secret);
  const body = JSON.stringify({ type: 'test', timestamp: now().toISOString(), data: { webhook: id } });
  const headers = signedHeaders({ id: `msg_test_${now().getTime()}`, body, at: now() }, secret);
  const signal = new AbortController().signal;
  const answered = await send(webhook.url, { body, headers, private: webhook.private, signal });
  const well = answered.kind === 'status' && answered.status >= 200 && answered.status < 300;
  const what = answered.kind === 'status' ? `answered ${answered.status}` : `could not be told: ${answered.why}`;
  process.stdout.write(`${lineForTerminal(`${webhook.url} ${what}.`)}\n`);
  return well ? 0 : 1;
}

function say(message: string): number {
  process.stdout.write(`${message}\n`);
  return 0;
}
