import { linkTo } from '../../routes.ts';
import type { Edition } from '../../story/edition.ts';
import { type Html, html } from '../parts/html.ts';
import type { DeskPage, Done } from './desk-page.ts';

/** What the publisher decides about her site. */
export function settingsPage(edition: Edition, done?: Done): DeskPage {
  const line = (name: 'name' | 'tagline' | 'contact' | 'timeZone', words: string, note = ''): Html =>
    html`<label><span>${words}</span><input name="${name}" value="${edition[name] ?? ''}" maxlength="200" autocomplete="off"${name === 'name' || name === 'timeZone' ? html` required` : html``}>${note !== '' && html`<span class="fine">${note}</span>`}</label>`;
  const language = (value: Edition['language'], name: string): Html =>
    html`<option value="${value}"${value === edition.language ? html` selected` : html``}>${name}</option>`;
  return {
    title: 'Settings',
    tab: linkTo('deskSettings'),
    ...(done && { done }),
    main: html`<h1>Settings</h1>
<form class="settings" method="post" action="${linkTo('deskSettings')}">
${line('name', 'Name of the paper')}${line('tagline', 'The line under it')}
<label><span>What readers are asked above the comments</span><textarea name="policy" rows="3" maxlength="1000">${edition.policy}</textarea></label>
<label><span>Discussions close after so many days</span><input type="number" name="commentDays" min="1" max="3650" value="${edition.commentDays ?? ''}"><span class="fine">Empty: they stay open until an editor closes them.</span></label>
${line('contact', 'Address for complaints and corrections')}
<label><span>Spelling of what is made here</span><select name="language">${language('en-US', 'American')}${language('en-GB', 'British')}</select></label>
${line('timeZone', 'Time zone', 'Such as Europe/London.')}
<button class="yes">Save</button></form>`,
  };
}
