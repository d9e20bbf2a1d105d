import { linkTo } from '../../routes.ts';
import type { Role } from '../../story/staff.ts';
import type { DeskFrame } from '../desk-view.ts';
import { type Html, html } from '../parts/html.ts';
import { may } from '../parts/rights.ts';

/** What was done a moment ago, to say so and to offer the way back. */
export type Done = { readonly words: string; readonly batch?: string; readonly back: Readonly<Record<string, string>> };

export type DeskPage = {
  readonly title: string;
  /** Path of the page's own tab. */
  readonly tab: string;
  readonly done?: Done;
  /** Wide pages use the whole window. */
  readonly wide?: boolean;
  readonly main: Html;
};

const KEYS: readonly (readonly [string, string])[] = [
  ['j', 'the next comment'],
  ['k', 'the one before'],
  ['Enter', 'open it in its context'],
  ['x', 'select it'],
  ['a', 'approve'],
  ['r', 'remove, or refuse what nobody has seen'],
  ['h', 'hold for later'],
  ['1 to 9', 'choose what the reader is told'],
  ['b', 'ban or mute the reader'],
  ['u', 'undo'],
  ['?', 'this list'],
];

/** A whole document of the desk around `page.main`. */
export function renderDeskPage(frame: DeskFrame, page: DeskPage): Html {
  const { asset } = frame.options;
  return html`<!doctype html>
<html lang="${frame.edition.language}">
<head>
<meta charset="utf-8">
<title>${page.title} – ${frame.edition.name} desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${asset('sans.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${asset('desk.css')}">
<link rel="icon" href="${linkTo('favicon')}" type="image/svg+xml">
<script type="module" src="${asset('desk-keys.js')}"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the comments</a>
${renderTop(frame, page)}
${frame.troubles.map((trouble) => html`<p class="trouble" role="alert"><strong>Moderation is impaired.</strong> ${trouble}</p>`)}
${page.done && renderDone(page.done)}
<main id="main" tabindex="-1"${page.wide ? html` class="wide"` : html``}>
${page.main}
</main>
<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
<dl>${KEYS.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}</dl>
<form method="dialog"><button class="quiet">Close</button></form></dialog>
</body>
</html>
`;
}

type Tab = { readonly name: string; readonly path: string; readonly count?: number; readonly role: Role };

function tabsOf({ counts, corrections, staff }: DeskFrame): Tab[] {
  const tabs: Tab[] = [
    { name: 'Comments', path: linkTo('desk'), count: counts.waiting, role: 'moderator' },
    { name: 'Stories', path: linkTo('deskStories'), role: 'editor' },
    { name: 'Corrections', path: linkTo('deskCorrections'), count: corrections, role: 'editor' },
    { name: 'Log', path: linkTo('deskLog'), role: 'moderator' },
    { name: 'Figures', path: linkTo('deskFigures'), role: 'moderator' },
    { name: 'Reasons', path: linkTo('deskReasons'), role: 'admin' },
    { name: 'Staff', path: linkTo('deskStaff'), role: 'admin' },
    { name: 'Settings', path: linkTo('deskSettings'), role: 'admin' },
  ];
  return tabs.filter(({ role }) => may(staff, role));
}

function renderTop(frame: DeskFrame, page: DeskPage): Html {
  const { edition, staff, options } = frame;
  return html`<header class="top">
<p class="house"><a href="${linkTo('front')}">${edition.name}</a> <span>desk</span></p>
<nav aria-label="Desk"><ul>${tabsOf(frame).map(
    ({ name, path, count }) =>
      html`<li><a href="${path}"${path === page.tab ? html` aria-current="page"` : html``}>${name}${count ? html` <span class="count">${count}</span>` : html``}</a></li>`,
  )}</ul></nav>
<div class="who"><span>${staff.name}, ${staff.role}</span>${
    options.signOut &&
    html`<form method="post" action="${options.signOut}"><button class="quiet">Sign out</button></form>`
  }<button class="quiet keys-button" type="button" data-key="?" hidden>Keys <kbd>?</kbd></button></div>
</header>`;
}

function renderDone({ words, batch, back }: Done): Html {
  return html`<div class="done" role="status"><p>${words}</p>${
    batch &&
    html`<form method="post" action="${linkTo('deskUndo')}"><input type="hidden" name="batch" value="${batch}">${hidden(back)}<button data-key="u">Undo <kbd>u</kbd></button></form>`
  }</div>`;
}

/** Values that a form carries along. */
export const hidden = (values: Readonly<Record<string, string | undefined>>): Html =>
  html`${Object.entries(values).map(([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`)}`;
