const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that turn a statement round. Contractions arrive as "n't" from the tokens. */
export const NEGATIONS = set(
  "not n't n’t no nor never none nobody nothing nowhere neither without hardly barely scarcely rarely seldom cannot",
);
/** Auxiliaries that say how sure, how free or how bound; "can't" is "ca" and "n't" in tokens. */
export const MODALS = set('may might could would should can must will shall ought ca wo need needs dare');
/** Words with which a writer holds back. */
export const HEDGES = set(
  'allegedly reportedly hopefully possibly probably perhaps apparently likely unlikely purportedly supposedly seemingly arguably maybe presumably potentially alleged suspected purported supposed apparent possible probable potential expected believed thought rumoured rumored reported accused unconfirmed',
);
/** Words that open a condition. "subject to", "provided that" and "as long as" begin with one of them. */
export const CONDITIONS = set(
  'if unless provided providing pending until till subject assuming whether lest otherwise',
);
/** Words that narrow what follows; without them the rest says more than the copy does. */
export const RESTRICTORS = set(
  'only former retired first last ex- ex acting interim deputy vice would-be failed fake attempted proposed planned draft future next previous second third second-largest late self-styled so-called unofficial partial preliminary provisional temporary some most few several many half nearly almost poorly badly formerly wrongly mistakenly falsely erroneously jokingly ostensibly nominally theoretically hypothetically about around roughly approximately estimated virtually largely mostly partly mainly substantially essentially just even anti- pro- non- least up fewer under over',
);
/** Words that speak of all or none: a later phrase of the clause says among which. */
export const QUANTIFIERS = set('only all every each no none any few fewer nobody nothing');
/** Words whose reach a phrase behind them may limit ("the first visit in ten years"). */
export const SUPERLATIVES = set(
  'only first most least all every each best worst last largest biggest highest lowest smallest longest fastest oldest youngest greatest worst record any no few more less fewer second third',
);
/** Lengths of time, of one and of many. */
export const PERIODS = set(
  'second seconds minute minutes hour hours day days night nights week weeks weekend month months quarter quarters season seasons year years decade decades century centuries generation generations',
);
export const ARTICLES = set('a an the');
/** Words that stand before a number and bound it, the last of them beside the number. */
export const BOUNDS = set(
  'least most than to over under nearly almost about around roughly approximately some only just below above another every up exceed exceeding beyond minimum maximum',
);
/** Pronouns that need somebody named before them. */
export const PRONOUNS = set(
  'he she it they him her them his hers its their theirs this that these those himself herself itself themselves such',
);
/** Words of the speaker's own mouth: they cannot leave the quotation marks. */
export const FIRST_AND_SECOND_PERSON = set(
  'i me my mine myself we us our ours ourselves you your yours yourself yourselves',
);
/** Conjunctions and relatives that open a clause of its own. */
export const CLAUSE_OPENERS = set(
  'who which whose whom where when while after before as because since although though despite amid whereas following once that unlike including with but and so',
);
export const PREPOSITIONS = set(
  'of in to for with on at by from about against between during after before under over into through amid among across behind beyond near since until within without towards toward upon via despite around above below inside outside onto off per as than following including',
);
/** Very frequent words: they carry no news of their own. */
export const STOP_WORDS = set(
  "a an the of to in on for and or but with by at from as is are was were be been being has have had having it its that this these those which who whom whose will would he she they we i you his her their our my your not no said says say do does did so than then there if when while after before into over about also more most other such can could may might should must up out one two new just only some any all both each him them us me what how where why very own same too s t n't 's 're 've 'll 'd",
);

/** Days, in order from Monday, in small letters. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
