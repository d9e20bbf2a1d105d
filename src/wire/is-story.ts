import type { WireItem } from './wire-item.ts';

const MEDIA = /^(?:picture|photo|image|graphic|animated|video|audio|infographic)$/i;

/**
 * Whether an item is copy to publish or says something about copy. A picture, a video or a bare list of other items
 * ("composite" without words) is no story of its own, however often it comes beside one: nobody should have to look at it.
 */
export function isStory(item: WireItem): boolean {
  if (item.kills || item.withholds || item.replaces) return true;
  const type = item.type ?? 'text';
  if (MEDIA.test(type)) return false;
  return type !== 'composite' || (item.body ?? []).length > 0 || (item.pubStatus ?? 'usable') !== 'usable';
}
