/** How people shorten words when they type, with what they stand for. Apostrophes are left out before it is looked up. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    u: ['you'],
    ur: ['your'],
    ya: ['you'],
    youre: ['you', 'are'],
    theyre: ['they', 'are'],
    im: ['i', 'am'],
    hes: ['he', 'is'],
    shes: ['she', 'is'],
    r: ['are'],
    ppl: ['people'],
    dont: ['do', 'not'],
    doesnt: ['does', 'not'],
    didnt: ['did', 'not'],
    isnt: ['is', 'not'],
    aint: ['is', 'not'],
    arent: ['are', 'not'],
    wasnt: ['was', 'not'],
    werent: ['were', 'not'],
    cant: ['can', 'not'],
    cannot: ['can', 'not'],
    couldnt: ['could', 'not'],
    wont: ['will', 'not'],
    wouldnt: ['would', 'not'],
    shouldnt: ['should', 'not'],
    hasnt: ['has', 'not'],
    havent: ['have', 'not'],
    gonna: ['going', 'to'],
    wanna: ['want', 'to'],
  }),
);

/** What follows an apostrophe and is a word of its own, or none. */
export const ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({ re: 'are', m: 'am', s: '', ve: '', ll: '', d: '' }),
);
