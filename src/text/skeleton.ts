/**
 * Letters that a reader takes for another, each by the Latin letter that it is taken for; a table of our own in the sense of
 * Unicode UTS #39, for what names are written in: Cyrillic, Greek, Armenian, Cherokee, Lisu, small capitals, barred letters.
 * Capitals stand apart from small letters where the two look different. Some are taken for two letters.
 */
const LOOKS_LIKE = new Map<string, string>(
  Object.entries({
    a: 'аɑαаᴀꓮᎪΑАӑӓ',
    b: 'ВΒʙᏴꓐвЬьƄ',
    c: 'сϲᴄᏟꓚСϹ',
    d: 'ԁᴅᎠꓓđð',
    e: 'еєҽεЕΕᴇᎬꓰҿ',
    f: 'ꓝϝ',
    g: 'ɡցꓖɢԌ',
    h: 'һНΗհʜᎻꓧнħҺ',
    j: 'јЈϳᎫꓙᴊ',
    k: 'кКκΚᏦꓗᴋ',
    l: 'ІΙӀıіιΙɩӏɪᎥꓲłʟᏞꓡլi1|!',
    m: 'мМΜᎷꓟᴍ',
    n: 'ΝηпոɴꓠИ',
    o: 'оοօσОΟՕøᴏꓳ0௦०০ഠ',
    p: 'рρРΡᏢꓑᴘ',
    q: 'ԛզ',
    r: 'гᴦᏒꓣʀ',
    s: 'ѕЅՏᏚꓢꜱ5ꜱ',
    t: 'тТΤτᎢꓔᴛŧ',
    u: 'υսᴜꓴцՍ',
    v: 'νѵᏙꓦᴠ',
    w: 'ωшԝաᎳꓪᴡѡ',
    x: 'хХχΧꓫ×',
    y: 'уУүγΥʏꓬҮ',
    z: 'ᴢΖᏃꓜ',
    ae: 'æ',
    oe: 'œ',
    ss: 'ß',
  }).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)),
);

/** Longer than any name; what is behind it is not looked at. */
const LONGEST = 400;

/**
 * What is left of a name for the eye: two names with one skeleton look alike. Case, accents, punctuation and invisible
 * characters fall away; look-alike letters become one ("Ꭺnnа Веrg" and "Anna Berg" are both "anna berg", "lan" is "Ian").
 */
export function skeletonOf(name: string): string {
  const bare = name
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{Nd}\s|!×]/gu, '');
  const seen = [...bare].map(latinOf).join('');
  return seen.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/\s+/gu, ' ').trim();
}

/** As it is, then as a small letter: a capital may look like another letter than its small one. */
function latinOf(letter: string): string {
  const small = letter.toLowerCase();
  return LOOKS_LIKE.get(letter) ?? LOOKS_LIKE.get(small) ?? small;
}
