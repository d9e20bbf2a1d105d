import { linkTo } from '../../routes.ts';
import type { Role, Staff } from '../../story/staff.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import type { DeskPage, Done } from './desk-page.ts';

const ROLES: readonly (readonly [Role, string])[] = [
  ['moderator', 'Moderator: comments'],
  ['editor', 'Editor: also stories and corrections'],
  ['admin', 'Admin: also staff and settings'],
];

/** Who sits at the desk, and as what. */
export function staffPage(staff: readonly Staff[], frame: DeskFrame, done?: Done): DeskPage {
  return {
    title: 'Staff',
    tab: linkTo('deskStaff'),
    ...(done && { done }),
    main: html`<h1>Who sits at the desk</h1>
<ol class="stories">${staff.map((one) => renderOne(one, frame))}</ol>
<h2>Invite somebody</h2>
<p class="fine">Whoever is invited asks for a link with this address at ${frame.options.signIn}.</p>
<form class="invite" method="post" action="${linkTo('deskStaff')}"><input type="hidden" name="do" value="invite">
<label>Name <input name="name" maxlength="80" required autocomplete="off"></label><label>E-mail <input type="email" name="email" maxlength="200" required autocomplete="off"></label>
<label>As ${renderRoles('moderator')}</label><button class="yes">Invite</button></form>`,
  };
}

const renderRoles = (chosen: Role): Html =>
  html`<select name="role">${ROLES.map(([role, name]) => html`<option value="${role}"${role === chosen ? html` selected` : html``}>${name}</option>`)}</select>`;

function renderOne({ name, email, role }: Staff, { staff }: DeskFrame): Html {
  return html`<li class="story-line" data-item><div><p class="headline">${name}</p><p class="fine">${email}, ${role}${email === staff.email && ' (you)'}</p></div>
<div class="staff-forms"><form method="post" action="${linkTo('deskStaff')}"><input type="hidden" name="do" value="role"><input type="hidden" name="email" value="${email}"><label><span class="vh">Role of ${name}</span>${renderRoles(role)}</label><button>Change<span class="vh"> the role of ${name}</span></button></form>
<form method="post" action="${linkTo('deskStaff')}"><input type="hidden" name="do" value="remove"><input type="hidden" name="email" value="${email}"><button class="no">Remove<span class="vh"> ${name}</span></button></form></div></li>`;
}
