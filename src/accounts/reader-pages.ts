import { html } from 'hono/html';
import { linkTo } from '../routes.ts';
import type { OwnLine, ReaderPage } from '../store/accounts/reader-account.ts';
import { shorten } from '../text/length/shorten.ts';
import type { AccountPage, Html } from './account-pages.ts';

const STATES: Readonly<Record<OwnLine['state'], string>> = {
  pending: 'waits for a moderator',
  held: 'waits for a moderator',
  approved: 'on the page',
  refused: 'not published',
  removed: 'not on the page',
};

/** What a signed-in reader sees of herself, and what she can do about it. */
export function readerPage(
  account: { readonly email: string; readonly name: string },
  page: ReaderPage,
  done?: string,
): AccountPage {
  return {
    title: 'Your account',
    scripts: ['passkey'],
    main: html`<div class="message account"><div class="row"><h1 class="page-title">Your account</h1>
<form method="post" action="${linkTo('signOut')}"><button class="quiet">Sign out</button></form></div>
${done && html`<p role="status"><strong>${done}</strong></p>`}
<p>You are signed in as ${account.email}.</p>
<form class="row" method="post" action="${linkTo('readerSignOut')}"><p class="note">A lost telephone, or a computer that others use? Then nobody writes as you from there any more.</p><button class="quiet">Sign out everywhere</button></form>
${answers(page)}${comments(page.comments)}${mutes(page)}${passkeys(page)}${data()}</div>`,
  };
}

const answers = ({
  mailReplies,
}: ReaderPage): Html => html`<section aria-labelledby="answers"><h2 id="answers">Answers by mail</h2>
<form method="post" action="${linkTo('readerMail')}">
<p class="choice"><input type="checkbox" id="replies" name="replies" value="1"${mailReplies ? html` checked` : html``}><label for="replies">Tell me by mail when somebody answers me</label></p>
<button class="quiet">Save</button></form></section>`;

const comments = (
  lines: readonly OwnLine[],
): Html => html`<section aria-labelledby="own"><h2 id="own">Your comments</h2>
${
  lines.length === 0
    ? html`<p>You have not written any with this account.</p>`
    : html`<ul class="own">${lines.map(
        ({ id, headline, slug, text, state, createdAt, name, told }) =>
          html`<li><p>${state === 'approved' ? html`<a href="${linkTo('permalink', { id: String(id) })}">${headline}</a>` : headline}</p>
<p class="note">${createdAt.slice(0, 10)}, as ${name}, ${STATES[state]}</p><p>${shorten(text, 280)}</p>${
            told.length > 0 &&
            html`<p class="note">A moderator says: ${told.map(({ message }) => message).join(' ')} <a href="${linkTo('story', { slug })}#told-${id}">See it under the story<span class="vh"> ${headline}</span></a></p>`
          }</li>`,
      )}</ul>`
}</section>`;

const mutes = ({ muted }: ReaderPage): Html => html`<section aria-labelledby="muted"><h2 id="muted">Muted</h2>
${
  muted.length === 0
    ? html`<p>Nobody. “Mute” under a comment folds what its writer says, for you alone.</p>`
    : html`<ul class="own">${muted.map(
        ({ id, name }) =>
          html`<li class="row"><span>${name}</span><form method="post" action="${linkTo('readerMute')}"><input type="hidden" name="unmute" value="${id}"><button class="quiet">Show again<span class="vh"> what ${name} writes</span></button></form></li>`,
      )}</ul>`
}</section>`;

const passkeys = (page: ReaderPage): Html => html`<section aria-labelledby="passkeys"><h2 id="passkeys">Passkeys</h2>
<p>With a passkey you sign in by your telephone, your computer or a key, without mail.</p>
<ul class="own">${page.passkeys.map(
  ({ id, name }, index) =>
    html`<li class="row"><span>${name ?? `Passkey ${index + 1}`}</span><form method="post" action="${linkTo('readerPasskeys')}"><input type="hidden" name="remove" value="${id}"><button class="quiet">Remove</button></form></li>`,
)}</ul>
<div data-passkey="add" data-base="${linkTo('signIn')}" hidden><p><button class="quiet" type="button">Add a passkey</button></p><p class="note" role="status" data-passkey-said></p></div>
<noscript><p class="note">Adding one needs JavaScript; nothing else here does.</p></noscript></section>`;

const data = (): Html => html`<section aria-labelledby="data"><h2 id="data">Your data</h2>
<p><a href="${linkTo('readerData')}" download>Download everything that is kept about you</a> (JSON)</p>
<p><a href="${linkTo('readerErase')}">Erase my data …</a></p></section>`;

/** Before everything is erased. */
export const erasePage = (problem?: string): AccountPage => ({
  title: 'Erase my data',
  main: html`<div class="message account"><h1 class="page-title">Erase my data</h1>
<p>Your address, your names, your passkeys and your mute list are erased at once. This cannot be undone.</p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<form class="stack" method="post" action="${linkTo('readerErase')}"><fieldset class="reasons"><legend>What becomes of your comments?</legend>
<label><input type="radio" name="how" value="comments-too" required> They go too. Where others answered, it says that a comment was deleted by its writer.</label>
<label><input type="radio" name="how" value="name-only"> Their words stay, without your name.</label></fieldset>
<div><button class="send">Erase my data</button></div><p><a href="${linkTo('reader')}">Keep everything</a></p></form></div>`,
});

/** Said once to whom nothing else can be shown any more. */
export const saidPage = (title: string, words: string): AccountPage => ({
  title,
  main: html`<div class="message account"><h1 class="page-title">${title}</h1><p>${words}</p><p><a href="${linkTo('front')}">See the latest stories</a></p></div>`,
});

/** Whether she really means to mute who wrote this comment. */
export const mutePage = (commentId: string): AccountPage => ({
  title: 'Mute a reader',
  main: html`<div class="message account"><h1 class="page-title">Mute this reader?</h1>
<p>Everything that the writer of comment ${commentId} says is folded, for you alone. You can undo it on <a href="${linkTo('reader')}">your page</a>.</p>
<form method="post" action="${linkTo('readerMute')}"><input type="hidden" name="comment" value="${commentId}"><button class="send">Mute</button></form></div>`,
});

/** The way out of mail about answers, for browsers; mail programs post to the same address. */
export const unsubscribePage = (query: { readonly r: string; readonly k: string }): AccountPage => ({
  title: 'No more mail',
  main: html`<div class="message account"><h1 class="page-title">No more mail about answers?</h1>
<form method="post" action="${linkTo('unsubscribe')}?${new URLSearchParams(query).toString()}"><button class="send">No more mail</button></form></div>`,
});
