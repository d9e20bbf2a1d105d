/** Every URL of the site, in one table: handlers match these patterns and pages link through `linkTo`. */
export const routes = {
  front: '/',
  section: '/section/:section',
  story: '/story/:slug',
  making: '/story/:slug/making',
  makingJson: '/story/:slug/making.json',
  person: '/person/:slug',
  search: '/search',
  feed: '/feed.atom',
  sitemap: '/sitemap.xml',
  newsSitemap: '/news-sitemap.xml',
  comment: '/story/:slug/comment',
  commentAdvice: '/story/:slug/comment/advice',
  discussionLive: '/story/:slug/discussion/live',
  discussionChallenge: '/story/:slug/discussion/challenge',
  permalink: '/comment/:id',
  editComment: '/comment/:id/edit',
  editAdvice: '/comment/:id/edit/advice',
  deleteComment: '/comment/:id/delete',
  respect: '/comment/:id/respect',
  report: '/comment/:id/report',
  shareMastodon: '/share/mastodon',
  wirePush: '/wire/:source',
  analyzeComment: '/v1alpha1/comments:analyze',
  suggestScore: '/v1alpha1/comments:suggestscore',
  perspectiveDiscovery: '/$discovery/rest',
  desk: '/desk',
  deskComment: '/desk/comment/:id',
  deskClaim: '/desk/comment/:id/claim',
  deskDecide: '/desk/decide',
  deskUndo: '/desk/undo',
  deskReader: '/desk/reader/:id',
  deskLog: '/desk/log',
  deskLogExport: '/desk/log.jsonl',
  deskFigures: '/desk/figures',
  deskReasons: '/desk/reasons',
  deskStories: '/desk/stories',
  deskCorrections: '/desk/corrections',
  deskStaff: '/desk/staff',
  deskSettings: '/desk/settings',
  deskPick: '/desk/comment/:id/pick',
  appeal: '/comment/:id/appeal',
  embedScript: '/embed.js',
  embedByAddress: '/embed',
  embed: '/embed/:slug',
  embedComment: '/embed/:slug/comment',
  embedAdvice: '/embed/:slug/advice',
  embedChallenge: '/embed/:slug/challenge',
  embedPermalink: '/embed/comment/:id',
  embedRespect: '/embed/comment/:id/respect',
  embedReport: '/embed/comment/:id/report',
  embedAppeal: '/embed/comment/:id/appeal',
  pagesElsewhere: '/v1/pages',
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  firstAdmin: '/sign-in/first',
  signOut: '/sign-out',
  passkey: '/sign-in/passkey',
  reader: '/reader',
  readerName: '/reader/name',
  readerMail: '/reader/mail',
  readerMute: '/reader/mute',
  readerData: '/reader/data.json',
  readerErase: '/reader/erase',
  readerSignOut: '/reader/sign-out-everywhere',
  readerPasskeys: '/reader/passkeys',
  unsubscribe: '/mail/stop',
  asset: '/assets/:file',
  favicon: '/favicon.svg',
  robots: '/robots.txt',
  health: '/health',
} as const;

type Values = Readonly<Record<string, string>>;

/** The path of a route with its places filled in and escaped: `linkTo('story', { slug })`. */
export function linkTo(route: keyof typeof routes, values: Values = {}): string {
  return routes[route].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** What a discussion leads to and where what is written in it goes: on our own page, and in a frame on somebody else's. */
const venues = {
  page: {
    story: 'story',
    comment: 'comment',
    advice: 'commentAdvice',
    challenge: 'discussionChallenge',
    permalink: 'permalink',
    respect: 'respect',
    report: 'report',
    appeal: 'appeal',
  },
  frame: {
    story: 'embed',
    comment: 'embedComment',
    advice: 'embedAdvice',
    challenge: 'embedChallenge',
    permalink: 'embedPermalink',
    respect: 'embedRespect',
    report: 'embedReport',
    appeal: 'embedAppeal',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, keyof typeof routes>>>>;

/** Where a discussion is read. A reader who is in one stays in it, with the cookie that she has there. */
export type Venue = keyof typeof venues;

/** The pattern under which `what` is found in this venue. */
export const routeIn = (venue: Venue, what: keyof (typeof venues)['page']): string => routes[venues[venue][what]];

/** `linkTo` within a venue: `linkIn('frame', 'story', { slug })`. */
export const linkIn = (venue: Venue, what: keyof (typeof venues)['page'], values: Values = {}): string =>
  linkTo(venues[venue][what], values);

/** Where a comment stands: its story, the page of its discussion, and its thread when it is shown only there. */
type Place = { readonly slug: string; readonly page: number; readonly thread?: number };

/** The address of a comment on the page that shows it. */
export function linkToPlace({ slug, page, thread }: Place, id: number, venue: Venue = 'page'): string {
  const query = new URLSearchParams();
  if (thread !== undefined) query.set('thread', String(thread));
  if (page > 1) query.set('page', String(page));
  const asked = query.toString();
  return `${linkIn(venue, 'story', { slug })}${asked && `?${asked}`}#comment-${id}`;
}
