import { html } from 'hono/html';
import { linkTo } from '../routes.ts';
import type { AccountPage, Html } from './account-pages.ts';

/** Where to sign in. `mail` is false where no mail can be sent. */
export function signInPage(wish: {
  readonly to?: string;
  readonly mail: boolean;
  readonly problem?: string;
}): AccountPage {
  const { to, mail, problem } = wish;
  return {
    title: 'Sign in',
    scripts: ['passkey'],
    main: html`<div class="message account">
<h1 class="page-title">Sign in</h1>
${problem && html`<p class="problem" role="alert" id="sign-in-problem">${problem}</p>`}
${
  mail
    ? html`<p>We send you a link that signs you in. There is no password.</p>
<form class="stack" method="post" action="${linkTo('signIn')}">${hiddenTo(to)}
<div class="field"><label for="email">Your e-mail address</label>
<input id="email" name="email" type="email" autocomplete="username webauthn" maxlength="200" required${problem ? html` aria-invalid="true" aria-describedby="sign-in-problem"` : html``}></div>
<button class="send" type="submit">Send me a link</button>
</form>`
    : html`<p>No mail can be sent from here yet, so links are handed out by hand. If you work for this newsroom, ask whoever runs it for one: <code>copydesk staff link</code> makes it.</p>`
}
<div class="passkey" data-passkey="sign-in" data-base="${linkTo('signIn')}" data-to="${to ?? ''}" hidden>
<p>Or use the passkey that you have made here.</p>
<button class="quiet" type="button">Sign in with a passkey</button>
<p class="note" role="status" data-passkey-said></p></div>
</div>`,
  };
}

/** The same words for every address: nobody learns who has an account. */
export const mailSentPage = (): AccountPage => ({
  title: 'Look into your mail',
  main: html`<div class="message account"><h1 class="page-title">Look into your mail</h1>
<p>If mail can reach the address that you gave, a link is on its way. It works once, for 15 minutes.</p>
<p>Nothing there? It may be among the unwanted mail, or the address may be mistyped. <a href="${linkTo('signIn')}">Try again</a></p></div>`,
});

/** What a link of a mail opens: the button keeps programs that look at every link from using it up. */
export const linkPage = (token: string, to: string | undefined, of?: string): AccountPage => ({
  title: 'Sign in',
  main: html`<div class="message account"><h1 class="page-title">One step left</h1>
<p>This signs you in on this browser. The link works once.</p>
<form method="post" action="${linkTo('signInLink')}"><input type="hidden" name="token" value="${token}">${hiddenTo(to)}${of && html`<input type="hidden" name="of" value="${of}">`}
<button class="send" type="submit">Sign in</button></form></div>`,
});

/** For a link that was used, is too old, or never was one. */
export const deadLinkPage = (): AccountPage => ({
  title: 'This link does not work any more',
  main: html`<div class="message account"><h1 class="page-title">This link does not work any more</h1>
<p>It was used before, or its time is over. <a href="${linkTo('signIn')}">Have a new one sent</a></p></div>`,
});

/** Where the link that the terminal shows at the first start leads. */
export const firstAdminPage = (
  token: string,
  typed: { readonly name: string; readonly email: string; readonly problem?: string },
): AccountPage => ({
  title: 'The first of the newsroom',
  main: html`<div class="message account"><h1 class="page-title">You are the first here</h1>
<p>This makes you the admin of this newsroom: you decide who else sits at its desk.</p>
${typed.problem && html`<p class="problem" role="alert">${typed.problem}</p>`}
<form class="stack" method="post" action="${linkTo('firstAdmin')}"><input type="hidden" name="token" value="${token}">
<div class="field"><label for="name">Your name</label><input id="name" name="name" value="${typed.name}" autocomplete="name" maxlength="80" required></div>
<div class="field"><label for="email">Your e-mail address</label><input id="email" name="email" type="email" value="${typed.email}" autocomplete="email" maxlength="200" required></div>
<button class="send" type="submit">Become the admin</button></form></div>`,
});

const hiddenTo = (to: string | undefined): Html | undefined =>
  to === undefined ? undefined : html`<input type="hidden" name="to" value="${to}">`;
