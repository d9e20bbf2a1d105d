import { readEdition, saveEdition } from '../store/settings.ts';
import type { Edition } from '../story/edition.ts';
import type { Command } from './command.ts';
import { withStore } from './open-newsroom.ts';
import { wronglyCalled } from './shown/complain.ts';

type Choice = {
  readonly what: string;
  accepts(value: string): boolean;
  /** What is kept, where that is not the words themselves. */
  read?(value: string): number | undefined;
};

const allowed: Readonly<Record<keyof Edition, Choice>> = {
  name: { what: 'the name of the site, at most 80 characters', accepts: (value) => value !== '' && value.length <= 80 },
  tagline: { what: 'a line under the name, at most 160 characters', accepts: (value) => value.length <= 160 },
  language: { what: 'en-US or en-GB', accepts: (value) => value === 'en-US' || value === 'en-GB' },
  timeZone: { what: 'a zone such as Asia/Kolkata', accepts: isTimeZone },
  policy: { what: 'the policy above the comment form', accepts: (value) => value !== '' && value.length <= 2000 },
  contact: { what: 'an e-mail address for complaints', accepts: (value) => /^[^\s@]+@[^\s@]+$/.test(value) },
  commentDays: {
    what: 'how many days after publication readers may comment (0 to 9999), or no for no end',
    accepts: (value) => /^(?:\d{1,4}|no)$/.test(value),
    read: (value) => (value === 'no' ? undefined : Number(value)),
  },
};

/** `copydesk edition [set NAME VALUE]`: what the publisher decides about her site. */
export const editionCommand: Command = {
  name: 'edition',
  summary: 'show or set the site’s name, language, time zone and comment policy',
  usage: `Usage: copydesk edition
       copydesk edition set NAME VALUE

Shows, or sets, what you decide about your site:

${Object.entries(allowed)
  .map(([name, { what }]) => `  ${name.padEnd(13)}${what}`)
  .join('\n')}

The language decides the spelling of what is made here from now on; the agency's own words are never touched.
Exit codes: 0 done; 2 wrongly called.`,
  async run(args) {
    const [verb, name, ...words] = args;
    if (verb === undefined) return withStore(async (store) => show(await readEdition(store)));
    const value = words.join(' ').trim();
    if (verb !== 'set' || !isName(name) || !allowed[name].accepts(value)) {
      const why =
        verb === 'set' && isName(name)
          ? `${name} must be ${allowed[name].what}.`
          : 'that is not a setting of the edition.';
      return wronglyCalled('edition', `${why}`);
    }
    const { read } = allowed[name];
    return withStore(async (store) => show(await saveEdition(store, { [name]: read ? read(value) : value })));
  },
};

const isName = (name: string | undefined): name is keyof Edition => name !== undefined && Object.hasOwn(allowed, name);

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined && value !== '';
  } catch {
    return false;
  }
}

function show(edition: Edition): number {
  for (const name of Object.keys(allowed)) {
    process.stdout.write(`${name.padEnd(12)} ${edition[name as keyof Edition] ?? ''}\n`);
  }
  return 0;
}
