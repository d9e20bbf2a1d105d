import { linkIn, linkTo, type Venue } from '../../routes.ts';
import { type CommentLine, type DiscussionLine, EDIT_MS, type GoneLine } from '../../story/discussion/discussion.ts';
import type { Edition } from '../../story/edition.ts';
import { moment } from './dates.ts';
import { type Html, html } from './html.ts';

/** What a line needs to know of the page around it. */
export type AroundLine = {
  readonly slug: string;
  /** Replies, respect and reports stay in it; the rest is on our own page. */
  readonly venue: Venue;
  readonly edition: Edition;
  readonly open: boolean;
  /** In a frame: the key with which a reader's own comment is hers on our own page too. */
  readonly ownKey?: (id: number) => string;
  readonly now: Date;
  /** Readers may sign in, so they may mute. */
  readonly accounts?: boolean;
  /** Numbers of the comments on this page: those it can lead to without leaving. */
  readonly here: ReadonlySet<number>;
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first letter of a name, whole, in whatever script. */
const initialOf = (name: string): string => {
  const [first] = graphemes.segment(name.trim().slice(0, 40));
  return first?.segment.toLocaleUpperCase() ?? '?';
};

/** How many tones there are for avatars in the style sheet. */
const TONES = 6;

/** The same name always has the same tone. */
const toneOf = (name: string): number =>
  [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 997, 7) % TONES;

/** A line of a thread: a comment with what can be done to it, or what stands in for one that is gone. */
export const renderLineOfThread = (line: DiscussionLine, around: AroundLine): Html =>
  line.kind === 'comment' ? renderComment(line, around) : renderGone(line);

function renderComment(line: CommentLine, around: AroundLine): Html {
  const { id, name } = line;
  const waiting = line.state !== 'approved';
  return html`<article class="comment${waiting ? ' comment-waiting' : ''}" id="comment-${id}" aria-labelledby="c${id}">
<header><span class="avatar tone-${toneOf(name)}" data-initial="${initialOf(name)}" aria-hidden="true"></span>
<h3 class="comment-name" id="c${id}" dir="auto">${name}${line.staff && html` <span class="staff-badge">Staff</span>`}</h3>
<p class="comment-when"><a href="${linkTo('permalink', { id: String(id) })}" rel="nofollow"${outside(around)}>${moment(line.createdAt, around.edition)}</a>${
    line.editedAt !== undefined && html` <span class="edited">edited</span>`
  }${inReply(line, around)}</p></header>
${line.picked && html`<p class="picked">Editor’s pick</p>`}${
  waiting && html`<p class="waiting">Waiting for a moderator. Only you can see it.</p>`
}${
  line.muted
    ? html`<details class="muted"><summary>You have muted ${name}</summary><p class="comment-text" dir="auto">${line.text}</p></details>`
    : html`<p class="comment-text" dir="auto">${line.text}</p>`
}
${actions(line, around)}</article>`;
}

function inReply({ parent }: CommentLine, { here, venue }: AroundLine): Html | undefined {
  if (parent?.name === undefined) return undefined;
  const to = here.has(parent.id)
    ? html`<a href="#comment-${parent.id}">`
    : html`<a href="${linkIn(venue, 'permalink', { id: String(parent.id) })}" rel="nofollow">`;
  return html` <span class="in-reply">in reply to ${to}${parent.name}</a></span>`;
}

/** What only our own page has opens there, beside the page that frames us. */
const outside = ({ venue }: Pick<AroundLine, 'venue'>): Html | false => venue === 'frame' && html` target="_blank"`;

function actions(line: CommentLine, around: AroundLine): Html {
  const { slug, venue, open, now, accounts, ownKey } = around;
  const id = String(line.id);
  const approved = line.state === 'approved';
  const young = now.getTime() - Date.parse(line.createdAt) <= EDIT_MS;
  const key = line.own && ownKey ? `?key=${ownKey(line.id)}` : '';
  const whose = html`<span class="vh"> ${line.own ? 'your comment' : `${line.name}’s comment`}</span>`;
  return html`<p class="comment-actions">${approved && respect(line, venue)}${
    approved &&
    open &&
    html`<a href="${linkIn(venue, 'story', { slug })}?reply=${id}#leave-a-comment" rel="nofollow">Reply<span class="vh"> to ${line.name}</span></a>`
  }${line.own && young && html`<a href="${linkTo('editComment', { id })}${key}" rel="nofollow"${outside(around)}>Edit${whose}</a>`}${
    line.own &&
    html`<a href="${linkTo('deleteComment', { id })}${key}" rel="nofollow"${outside(around)}>Delete${whose}</a>`
  }${
    approved &&
    !line.own &&
    html`<a class="report" href="${linkIn(venue, 'report', { id })}" rel="nofollow">Report${whose}</a>${
      accounts &&
      !line.muted &&
      html`<a href="${linkTo('readerMute')}?comment=${id}" rel="nofollow">Mute<span class="vh"> ${line.name}</span></a>`
    }`
  }</p>`;
}

/** One form serves all buttons of the page. One's own comment only shows its count. */
function respect({ id, name, respects, respected, own }: CommentLine, venue: Venue): Html | false {
  if (own)
    return (
      respects > 0 && html`<span class="respects-own">${respects} ${respects === 1 ? 'respect' : 'respects'}</span>`
    );
  return html`<button class="respect" form="respects" formaction="${linkIn(venue, 'respect', { id: String(id) })}" aria-pressed="${respected ? 'true' : 'false'}"><span>Respect</span><span class="vh"> ${name}’s comment</span><span class="respects">${respects > 0 && respects}</span></button>`;
}

const GONE: Readonly<Record<GoneLine['why'], string>> = {
  deleted: 'Its author deleted this comment.',
  removed: 'A moderator removed this comment.',
  held: 'A moderator is looking at this comment.',
};

const renderGone = ({ id, why }: GoneLine): Html =>
  html`<article class="comment gone" id="comment-${id}"><p>${GONE[why]}</p></article>`;
