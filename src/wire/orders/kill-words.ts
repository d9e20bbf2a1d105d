const copy =
  '(?:item|story|stories|copy|report|article|dispatch|advisory|version|versions|headline|alert|urgent|photo|picture|text)';
const which = '(?:the |this |our |all |any )?(?:previous |earlier |above |following )?';
const deutsch = '(?:Meldung|Text|Bericht|Beitrag|Artikel|Foto|Bild|Grafik|Eilmeldung|Zusammenfassung)';

// How agencies say in words that copy must not run. Each is one rule; the first that is found is reported.
// @NOTE They block and call a person; they never kill by themselves, because copy also quotes such words.
const orders: readonly RegExp[] = [
  // KILL KILL KILL ; HOLD HOLD HOLD ; WITHHOLD WITHHOLD (with or without bells and dashes between)
  /\b(?:KILL|HOLD|WITHHOLD)(?:[\s.,!+*\x07–—-]{1,12}(?:KILL|HOLD|WITHHOLD)\b){1,9}/,
  // BULLETIN KILL ; MANDATORY KILL ; KILL NOTICE
  /\b(?:bulletin|mandatory) kill\b(?!\s(?:switch|zone|order|list|box))/i,
  /\b(?:URGENT|PHOTO|STORY|PICTURE) KILL\b|\b(?:Urgent|Photo|Story|Picture) Kill\b|\b(?:PHOTO|PICTURE|MANDATORY) ELIMINATION\b/,
  /\bkill (?:notice|advisory|note|mandatory)\b/i,
  // A kill is mandatory.
  /\b(?:kill|withhold|elimination) is mandatory\b/i,
  // a line that begins "Kill - " or "KILL:"
  /^[\W_]{0,6}(?:kill|withhold|elimination|withdrawn|retraction)\s{0,2}[-–—:]{1,2}\s/im,
  /^[\W_]{0,12}(?:KILL|WITHHOLD|ELIMINATION|STORY KILL)[\W_]{0,12}$/m,
  // Please kill item dpa 157 ; EDITORS: withhold the story ; Clients are asked to disregard the alert ; Kill the story slugged …
  new RegExp(
    `\\b(?:please|editors?[,:]?|eds:?|subscribers|clients|customers)\\s(?:(?:are (?:asked|advised|requested) to|must|should)\\s)?(?:kill|withhold|disregard|withdraw|eliminate) ${which}${copy}\\b`,
    'i',
  ),
  /^[\W_]{0,6}(?:kill|withhold|eliminate|disregard) (?:the |this |all |our )?(?:previous |earlier |above )?(?:item|story|copy|dispatch|advisory|alert|photo|picture)s?\b(?:,| slugged| sent| moved| headlined| above| on| about)/im,
  // Make certain the story is not used
  /\bmake certain (?:that )?(?:the |this )?(?:story|item|copy|report|article) is not (?:used|published)\b/i,
  // Do not use this story. "Do not use this item if the seal is broken" is advice.
  /\bdo not (?:use|publish|run) (?:this|the) (?:story|copy|report|dispatch|photo)\b/i,
  /\bdo not (?:publish|run) (?:this|the) (?:item|article)\b/i,
  // STORY WITHDRAWN ; … is wrong and is withdrawn. There will be no substitute story.
  /\b(?:STORY|ITEM|COPY|ARTICLE|ALERT|HEADLINE) (?:IS )?(?:WITHDRAWN|KILLED|RETRACTED|REMOVED)\b/,
  /\b(?:no|without) (?:a )?(?:substitute|replacement) (?:story|item|report)\b/i,
  /\bplease be advised\b[^\n]{0,300}?\bwithdrawn\b/i,
  // ACHTUNG: Bitte nicht verwenden ; Die Meldung … bitte nicht verwenden ; Die Meldung wird zurückgezogen ; RÜCKZUG
  /\bachtung\b[^\n.]{0,60}\bnicht (?:mehr )?(?:verwenden|veröffentlichen|verbreiten|benutzen)\b/i,
  /^[\W_]{0,12}bitte nicht (?:mehr )?(?:verwenden|veröffentlichen|verbreiten)[\W_]{0,12}$/im,
  new RegExp(
    `(?<!\\p{L})${deutsch}\\b[^\\n.]{0,120}(?<!\\p{L})(?:bitte|dürfen|darf) nicht (?:mehr )?(?:verwenden|verwendet|veröffentlichen|veröffentlicht)`,
    'u',
  ),
  new RegExp(
    `(?:bitte|Bitte) (?:verwenden|veröffentlichen) Sie (?:die|den|das|diese[ns]?) (?:\\p{L}{1,20}[\\s-]){0,2}${deutsch}\\b[^\\n.]{0,120}(?<!\\p{L})nicht`,
    'u',
  ),
  new RegExp(
    `(?<!\\p{L})${deutsch}\\b[^\\n.]{0,120}\\b(?:wird|werden|hiermit|ist hiermit) (?:hiermit )?zurückgezogen`,
    'u',
  ),
  /^[\W_]{0,12}(?:ACHTUNG[\W_]{1,6})?(?:RÜCKZUG|ZURÜCKGEZOGEN|ZURÜCKZIEHUNG|Zurückziehung|Rückzug der Meldung)(?:[\W_]{0,12}$|\s?[:–—-]\s|\s(?:der|von)\s(?:Meldung|dpa))/mu,
  // ANNULATION ; Prière d'annuler la dépêche
  /^[\W_]{0,12}(?:ANNULATION|ANNUL[ÉE]E?|[AÀ] ANNULER)(?:[\W_]{0,12}$|\s?[:–—-]\s|\s(?:DE|de) (?:LA|la|NOTRE|notre) (?:D[ÉE]P[ÊE]CHE|dépêche))/mu,
  /\b(?:prière|merci|veuillez)\b[^\n.]{0,40}(?:annuler|ne (?:pas|plus) (?:utiliser|tenir compte|publier))[^\n.]{0,40}(?:dépêche|information|article|papier|alerte|urgent|photo)/i,
  // ANULACIÓN ; Se ruega no utilizar la noticia ; Si prega di non utilizzare la notizia
  /^[\W_]{0,12}(?:ANULACI[ÓO]N|(?:NOTICIA )?ANULADA|ANNULLAMENTO|ANNULLARE)(?:[\W_]{0,12}$|\s?[:–—-]\s)/mu,
  /\b(?:rogamos|se ruega|por favor)\b[^\n.]{0,40}\b(?:anul(?:ar|en)|no (?:utili[cz]\w{1,4}|publi\w{2,6}))\b[^\n.]{0,40}\b(?:noticia|información|despacho|texto|nota)/i,
  /\b(?:si prega|preghiamo) di (?:annullare|non (?:utilizzare|pubblicare))\b[^\n.]{0,40}\b(?:notizia|dispaccio|testo|servizio|take)/i,
  // TREKKES ; DRAS TILLBAKA ; ANNULLERES
  /^[\W_]{0,12}(?:TREKKES(?: TILBAKE)?|DRAS TILLBAKA|ANNULLERES|TILBAGEKALDES|PERUUTUS)(?:[\W_]{0,12}$|\s?[:–—-]\s)/mu,
];

/** The words in which the copy, its headline or its notes order it not to be used; undefined when there are none. */
export function findKillWords(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    for (const order of text ? orders : []) {
      const words = order
        .exec(text ?? '')?.[0]
        .replace(/[\s\x00-\x1f]+/g, ' ')
        .trim();
      if (words) return words.slice(0, 80);
    }
  }
  return undefined;
}
