import { linkTo } from '../../routes.ts';
import type { CannedReason } from '../../story/discussion/moderation.ts';
import { html } from '../parts/html.ts';
import type { DeskPage, Done } from './desk-page.ts';

const EMPTY_LINES = 2;

/** Where an admin changes what moderators may tell readers. */
export function reasonsPage(reasons: readonly CannedReason[], done?: Done): DeskPage {
  const lines = [...reasons, ...Array.from({ length: EMPTY_LINES }, () => ({ code: '', title: '', message: '' }))];
  return {
    title: 'Reasons',
    tab: linkTo('deskReasons'),
    ...(done && { done }),
    main: html`<h1>What readers are told</h1>
<p class="fine">A moderator chooses one of these when she holds, refuses or removes a comment. The reader sees the message on the story’s page, with a button to ask for another look. Clear a line to take it away; what was told before stays in the log.</p>
<form class="canned" method="post" action="${linkTo('deskReasons')}"><ol>${lines.map(
      ({ code, title, message }, index) => html`<li><input type="hidden" name="code" value="${code}">
<label><span>Name ${index + 1}</span><input name="title" value="${title}" maxlength="60" autocomplete="off"></label>
<label><span>What the reader is told</span><textarea name="message" rows="2" maxlength="500">${message}</textarea></label></li>`,
    )}</ol><button class="yes">Save</button></form>`,
  };
}
