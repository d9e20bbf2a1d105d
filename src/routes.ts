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
  shareMastodon: '/share/mastodon',
  wirePush: '/wire/:source',
  analyzeComment: '/v1alpha1/comments:analyze',
  suggestScore: '/v1alpha1/comments:suggestscore',
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
