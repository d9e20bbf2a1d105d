import type { Token } from '../../text/tokens.ts';

/** Many who speak; at the start of a sentence the tagger takes them for a name. */
const MANY =
  /^(?:expert|analyst|official|trader|dealer|economist|source|critic|lawyer|prosecutor|investigator|doctor|scientist|researcher|union|minister|mp|voter|supporter|opponent|campaigner|resident|witness|organiser|organizer|report|newspaper|lawmaker|senator|troop|shipowner|owner|manager|worker|leader|member|fan|friend|parent|student|teacher|farmer|observer|commentator|forecaster|regulator|broker|banker|executive|director|shareholder|investor|delegate|diplomat|negotiator)s$|^(?:authorities|companies|firms|groups|banks|clubs|parties|agencies|countries|charities|families|conservatives|liberals|democrats|dems|republicans|socialists|tories|greens)$/;
/** One of such, and what is read: who they belong to may go. */
const ONE =
  /^(?:official|spokesman|spokeswoman|spokesperson|source|aide|analyst|trader|dealer|economist|diplomat|lawyer|counsel|report|survey|poll|study|statement|watchdog|regulator|ministry|union|charity|agency|commission|committee|council|court|panel|institute|newspaper|inquiry)$/;

/** Whether a word in small letters is a noun for many who speak. */
export const areMany = (norm: string): boolean => MANY.test(norm);

/**
 * The noun alone that says what those are who speak: "officials" of "senior officials of the Food Ministry", "official" of "a
 * ministry official"; null where it says no more than nothing, or somebody is named.
 */
export function whatTheyAre(mention: readonly Token[]): Token | null {
  const of = mention.findIndex(({ pos }, i) => i > 0 && pos === 'ADP');
  const words = of < 0 ? mention : mention.slice(0, of);
  const last = words.at(-1);
  if (last?.pos !== 'NOUN') return null;
  return MANY.test(last.norm) || ONE.test(last.norm) ? last : null;
}
