import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findAccountSecret } from '../account-secret.ts';
import { makeLink } from '../accounts/one-time-link.ts';
import { readEnvironment } from '../environment.ts';
import { routes } from '../routes.ts';
import { queueMail } from '../store/accounts/outbox.ts';
import { changeRole, findStaff, inviteStaff, isRole, listStaff, removeStaff } from '../store/accounts/staff.ts';
import { CopydeskError } from '../story/errors.ts';
import type { Command } from './command.ts';
import { withNewsroom } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';
import { lineForTerminal } from './shown/for-terminal.ts';

/** How long a link from the terminal can be used, in minutes. */
const A_DAY = 24 * 60;
const BY = 'terminal';

/** `copydesk staff list|invite|remove|role|link`. */
export const staffCommand: Command = {
  name: 'staff',
  summary: 'say who sits at the desk, and hand out links to sign in',
  usage: `Usage: copydesk staff list [--json]
       copydesk staff invite EMAIL --name NAME [--role ROLE]
       copydesk staff role EMAIL ROLE
       copydesk staff remove EMAIL
       copydesk staff link EMAIL

  list    everybody who may sit at the desk
  invite  lets somebody in and shows a link that signs her in, once, for 24 hours; also sends her one where mail is set up
  role    gives her another role
  remove  closes the desk to her at once, wherever she is signed in; what she decided stays on record
  link    shows a new link, for whoever cannot be sent mail

  --role  moderator (comments; the default), editor (also stories and corrections) or admin (also staff and settings)
  --json  one JSON object a line

Whoever holds a link can use it: hand it over as you would a key.
Exit codes: 0 done; 1 it could not be done, and why; 2 wrongly called.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string', default: 'moderator' },
        json: { type: 'boolean', default: false },
      },
    });
    const [verb, email, ...rest] = positionals;
    if (verb === 'list' && email === undefined) return list(values.json);
    if (email === undefined || !z.email().max(200).safeParse(email).success)
      return wronglyCalled('staff', 'say "list", or what to do and the e-mail address of somebody.');
    const role = verb === 'role' ? (rest.shift() ?? '') : values.role;
    if (rest.length > 0) return wronglyCalled('staff', `"${rest[0]}" is one word too many.`);
    if (!isRole(role)) return wronglyCalled('staff', `"${role}" is no role; they are moderator, editor and admin.`);
    const change = { by: BY, now: new Date() };
    if (verb === 'invite') {
      const name = values.name?.trim() ?? '';
      if (name === '' || name.length > 80) return wronglyCalled('staff', 'give her name with --name.');
      await withNewsroom(async ({ store, mail }) => {
        await inviteStaff(store, { email, name, role, ...change });
        if (mail)
          await queueMail(store, { kind: 'invite', to: email, data: { name, to: routes.desk }, now: change.now }, []);
      });
      return showLink(email);
    }
    if (verb === 'link') return showLink(email);
    if (verb === 'role') await withNewsroom(({ store }) => changeRole(store, email, { role, ...change }));
    else if (verb === 'remove') await withNewsroom(({ store }) => removeStaff(store, email, change));
    else return wronglyCalled('staff', `"${verb}" is none of list, invite, role, remove, link.`);
    process.stdout.write(lineForTerminal(verb === 'role' ? `${email} is ${role} now.` : `${email} is out.`));
    process.stdout.write('\n');
    return 0;
  },
};

async function list(json: boolean): Promise<number> {
  const staff = await withNewsroom(({ store }) => listStaff(store));
  for (const one of staff)
    process.stdout.write(
      json ? `${JSON.stringify(one)}\n` : `${lineForTerminal(`${one.email}  ${one.role}  ${one.name}`)}\n`,
    );
  if (staff.length === 0 && !json)
    process.stdout.write('Nobody yet. "copydesk start" shows a link for the first admin.\n');
  return 0;
}

async function showLink(email: string): Promise<number> {
  return withNewsroom(async (newsroom) => {
    const staff = await findStaff(newsroom.store, email);
    if (!staff) throw new CopydeskError('not-found', `Nobody sits at the desk as "${email}".`);
    const { createAuth } = await import('../accounts/auth.ts');
    const auth = createAuth(newsroom, await findAccountSecret(readEnvironment(process.env)));
    const link = await makeLink(auth, newsroom.url, { email, name: staff.name, minutes: A_DAY, to: routes.desk });
    process.stderr.write('Signs in once, for 24 hours:\n');
    process.stdout.write(`${link}\n`);
    return 0;
  });
}
