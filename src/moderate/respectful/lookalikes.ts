/** Latin letters, each with letters of other scripts and signs that are drawn like it; a selection of Unicode UTS 39. */
const DRAWN_LIKE: Readonly<Record<string, string>> = {
  a: 'аΑАαɑᴀ∂ªⓐ🅰🅐🄰',
  b: 'ЬΒВьƄʙвßᏏⓑ🅱🅑🄱',
  c: 'сϲСᴄⅽ¢©ⓒ🅲🅒🄲',
  d: 'ԁԀᏧᴅđⅾⓓ🅳🅓🄳',
  e: 'еЕΕєεҽᴇ℮€ёⓔ🅴🅔🄴',
  f: 'ϝғƒꜰⓕ🅵🅕🄵',
  g: 'ɡցᶃԌɢⓖ🅶🅖🄶',
  h: 'һНΗհʜнⓗ🅷🅗🄷',
  i: 'іІΙιıɪ¡ⅰïӏⓘ🅸🅘🄸',
  j: 'јЈϳᴊⓙ🅹🅙🄹',
  k: 'кКΚκᴋⓚ🅺🅚🄺',
  l: 'ⅼʟłⓛ🅻🅛🄻',
  m: 'мМΜᴍⅿⓜ🅼🅜🄼',
  n: 'ոΝɴпηñⓝ🅽🅝🄽',
  o: 'оОΟοσᴏօøØ○◯●ⓞ🅾🅞🄾',
  p: 'рРΡρᴘþⓟ🅿🅟🄿',
  q: 'ԛգⓠ🆀🅠🅀',
  r: 'гʀɾⓡ🆁🅡🅁',
  s: 'ѕЅꜱ§ʂⓢ🆂🅢🅂',
  t: 'тТΤτᴛ†ⓣ🆃🅣🅃',
  u: 'սυцᴜµⓤ🆄🅤🅄',
  v: 'νѵᴠⅴⓥ🆅🅥🅅',
  w: 'ѡԝᴡωшⓦ🆆🅦🅆',
  x: 'хХΧχⅹ×ⓧ🆇🅧🅇',
  y: 'уУΥγүʏ¥ⓨ🆈🅨🅈',
  z: 'ᴢΖʐⓩ🆉🅩🅉',
  "'": '’‘ʼ`´＇',
  '"': '“”„«»',
};

/** From a character to the Latin letter or the mark that it is drawn like. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries(DRAWN_LIKE).flatMap(([plain, drawn]) => [...drawn].map((character) => [character, plain] as const)),
);
