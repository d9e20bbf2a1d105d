import { linkTo } from '../routes.ts';
import type { DueMail } from '../store/accounts/outbox.ts';
import { findOwnWords } from '../store/accounts/reader-address.ts';
import { findReplyMail } from '../store/accounts/reply-mail.ts';
import type { Store } from '../store/store.ts';
import { shorten } from '../text/length/shorten.ts';
import type { Words } from './letter.ts';
import { unsubscribeLink } from './unsubscribe.ts';

/** What a link in a mail is to do; whoever makes links keeps only its hash. */
export type MakeLink = (wish: {
  email: string;
  minutes: number;
  name?: string;
  to?: string;
  of?: number;
}) => Promise<string>;

/** What writing a mail needs. `secret` signs the way out of further mail. */
export type WritingRoom = {
  readonly store: Store;
  readonly url: string;
  readonly secret: string;
  readonly paper: string;
  readonly now: () => Date;
  readonly makeLink: MakeLink;
};

const SIGN_IN_MINUTES = 15;
const A_DAY = 24 * 60;
const MOST_QUOTED = 600;
const NEWS = 7 * 24 * 60 * 60 * 1000;

/** To whom a mail goes and what it says, as things are now; undefined when there is nobody or nothing to tell any more. */
export async function wordsOf(room: WritingRoom, mail: DueMail): Promise<{ to: string; words: Words } | undefined> {
  if (mail.kind === 'reply') return wordsOfReply(room, mail);
  if (mail.to === undefined) return undefined;
  const { name, to, of, comment } = readData(mail.data);
  const written = comment === undefined ? undefined : await findOwnWords(room.store, comment);
  const minutes = mail.kind === 'sign-in' ? SIGN_IN_MINUTES : A_DAY;
  const address = await room.makeLink({
    email: mail.to,
    minutes,
    ...(name !== undefined && { name }),
    ...(to !== undefined && { to }),
    ...(of !== undefined && { of }),
  });
  const quotation = written && { by: written.fullName, words: shorten(written.text, MOST_QUOTED) };
  const lasts = mail.kind === 'sign-in' ? '15 minutes' : '24 hours';
  const small = [`The link works once, for ${lasts}. If you did not ask for it, do nothing: nothing happens.`];
  const link = { words: LINKS[mail.kind], address };
  return { to: mail.to, words: { ...TEXTS[mail.kind](room.paper), ...(quotation && { quotation }), link, small } };
}

const LINKS = { 'sign-in': 'Sign in', confirm: 'Confirm my address', invite: 'Sign in to the desk' } as const;

const TEXTS = {
  'sign-in': (paper: string) => ({
    subject: `Sign in to ${paper}`,
    paragraphs: [`Here is the link that signs you in to ${paper}.`],
  }),
  confirm: (paper: string) => ({
    subject: `Is this your address? Your comment at ${paper}`,
    paragraphs: [
      `Somebody wrote a comment at ${paper} and gave this address.`,
      'If it was you, please confirm it, once: then nobody else can write in your name with it.',
    ],
  }),
  invite: (paper: string) => ({
    subject: `You sit at the desk of ${paper}`,
    paragraphs: [`You were asked to help with the comments at ${paper}. This link opens its desk.`],
  }),
} as const;

async function wordsOfReply(room: WritingRoom, mail: DueMail): Promise<{ to: string; words: Words } | undefined> {
  if (mail.commentId === undefined || mail.readerId === undefined) return undefined;
  const found = await findReplyMail(room.store, { commentId: mail.commentId, readerId: mail.readerId });
  // What was said long ago, and came with an import or a mail server that was away, is no news.
  if (!found || room.now().getTime() - Date.parse(found.createdAt) > NEWS) return undefined;
  const { to, name, text, headline } = found;
  return {
    to,
    words: {
      subject: `${name} answered you at ${room.paper}`,
      paragraphs: [`Your comment on “${headline}” has an answer.`],
      quotation: { by: name, words: shorten(text, MOST_QUOTED) },
      link: { words: 'See the answer', address: `${room.url}${linkTo('permalink', { id: String(mail.commentId) })}` },
      small: ['You get this because you asked to be told of answers.'],
      unsubscribe: unsubscribeLink(room, mail.readerId),
    },
  };
}

type Data = { readonly name?: string; readonly to?: string; readonly of?: number; readonly comment?: number };

function readData(data: string | undefined): Data {
  return data === undefined ? {} : JSON.parse(data);
}
