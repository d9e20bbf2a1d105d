// The commonest small words that one language has and its neighbours do not.
const smallWords: Readonly<Record<string, string>> = {
  en: 'the of and to is was for that with as by at from it he have has this which will said who are be an on',
  de: 'der die das und ist nicht mit den von dem ein eine sich auf für im des zu auch wurde als nach hat wird bei aus sind am',
  fr: 'l d a le la les des et est une un du dans pour qui que sur pas au aux avec ce par il ont été sont plus',
  es: 'el la los las y que en un una por con para del se su al lo como más pero fue según han ha',
  it: 'il di che la e un una per non con del della sono gli nel è da al dei ha alla si anche più dopo',
  pt: 'o a os as e que em um uma para com não do da dos das no na se ao foi mais são por pelo',
  nl: 'de het een en van is dat op te in zijn voor met niet aan er door ook heeft bij naar uit worden werd',
  sv: 'och att det som en på är av för med den till inte om ett har men från sig säger efter vid var',
  no: 'og det som en på er av for med den til ikke om et har men fra seg sier etter ved var ble skal',
  da: 'og det som en på er af for med den til ikke om et har men fra sig siger efter ved var blev skal',
  fi: 'ja on ei että oli se hän kun myös mukaan mutta ovat joka sen kuin ole olla vuoden jälkeen',
  pl: 'i w na z się nie do to że jest o po od za dla jak był przez który są',
};
const languages = Object.keys(smallWords);
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(smallWords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
const MOST_WORDS = 600;
/** Different words: a list of names may repeat one that another language happens to have. */
const FEWEST_WORDS = 4;
/** Prose has two to four such words in ten; lists of names and tables have hardly any. */
const LEAST_SHARE = 0.1;

/** The language (two letters) that most small words of a text belong to; undefined for short text and for a near tie. */
export function languageOf(text: string): string | undefined {
  const words = (
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).slice(0, MOST_WORDS);
  const counts = languages.map((language) => ({ language, hits: 0, words: 0 }));
  const seen = new Set<string>();
  for (const word of words) {
    for (const language of languagesOf.get(word) ?? []) {
      const count = counts.find((each) => each.language === language);
      if (!count) continue;
      count.hits++;
      if (!seen.has(word)) count.words++;
    }
    seen.add(word);
  }
  const [best, second] = counts.sort((one, other) => other.hits - one.hits || other.words - one.words);
  if (!best || best.words < FEWEST_WORDS || best.hits < words.length * LEAST_SHARE) return undefined;
  return best.hits > (second?.hits ?? 0) ? best.language : undefined;
}
