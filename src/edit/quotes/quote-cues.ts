/**
 * How strongly a verb claims: `plain` (said), `written` (wrote), `claim` (alleged: never to be weakened or dropped),
 * `ask`, `judge` (called, described: what stands in marks is a name for something), `hold` (thinks, hopes).
 */
export type CueClass = 'plain' | 'written' | 'claim' | 'ask' | 'judge' | 'hold';
export type CueForm = {
  readonly lemma: string;
  readonly class: CueClass;
  readonly form: 'base' | 's' | 'past' | 'ing';
};

const BY_CLASS: Readonly<Record<CueClass, string>> = {
  plain: `say tell add state remember note explain continue reply respond answer recall remark comment observe announce stress
    emphasise emphasize reiterate repeat underline underscore highlight mention reveal disclose declare report testify
    quip joke shout yell chant cry scream exclaim interject whisper murmur conclude point confirm clarify elaborate opine
    offer begin go laugh muse recount relate proclaim lament recite intone bark crow deadpan advise inform remind
    assure caution predict forecast sum put stipulate specify signal indicate outline detail summarise summarize
    retort counter chime volunteer gush enthuse sigh snap thunder bellow counsel reassure inveigh fume rail sniff
    marvel mutter narrate philosophise theorise theorize demur plead beg implore exhort agree disagree fire shoot hit cut interrupt chip pipe echo press`,
  written: 'write tweet post read publish email text blog cable retweet caption',
  claim: `claim allege admit argue assert insist deny contend maintain acknowledge concede suggest warn charge imply
    complain protest boast brag vow pledge promise swear threaten affirm attest avow confess hint profess purport rebut
    dispute object accuse blame grouse gripe grumble moan`,
  ask: 'ask wonder inquire enquire query demand urge request question appeal',
  judge: `call describe dub label term deem brand characterise characterize portray denounce condemn dismiss blast slam
    criticise criticize praise hail mock ridicule deride decry deplore bemoan bash rip attack tout laud welcome
    denigrate defend reject chide scold berate lambast lambaste excoriate refer cite quote compare depict paint name
    applaud credit chastise castigate rebuke trash thank liken disparage knock commend salute lash decline`,
  hold: `believe think hope expect fear feel consider doubt know suspect acknowledge find want wish plan regard see propose
    imagine figure reckon discuss address learn recommend show estimate express speak talk`,
};

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  shoot: ['shoots', 'shot', 'shot', 'shooting'],
  hit: ['hits', 'hit', 'hit', 'hitting'],
  cut: ['cuts', 'cut', 'cut', 'cutting'],
  chip: ['chips', 'chipped', 'chipped', 'chipping'],
  say: ['says', 'said', 'said', 'saying'],
  tell: ['tells', 'told', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  read: ['reads', 'read', 'read', 'reading'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  go: ['goes', 'went', 'gone', 'going'],
  put: ['puts', 'put', 'put', 'putting'],
  think: ['thinks', 'thought', 'thought', 'thinking'],
  feel: ['feels', 'felt', 'felt', 'feeling'],
  know: ['knows', 'knew', 'known', 'knowing'],
  find: ['finds', 'found', 'found', 'finding'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  show: ['shows', 'showed', 'shown', 'showing'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  forecast: ['forecasts', 'forecast', 'forecast', 'forecasting'],
  sum: ['sums', 'summed', 'summed', 'summing'],
  plan: ['plans', 'planned', 'planned', 'planning'],
  quip: ['quips', 'quipped', 'quipped', 'quipping'],
  slam: ['slams', 'slammed', 'slammed', 'slamming'],
  rip: ['rips', 'ripped', 'ripped', 'ripping'],
  dub: ['dubs', 'dubbed', 'dubbed', 'dubbing'],
  label: ['labels', 'labelled', 'labeled', 'labelling', 'labeling'],
  brag: ['brags', 'bragged', 'bragged', 'bragging'],
  refer: ['refers', 'referred', 'referred', 'referring'],
  rebut: ['rebuts', 'rebutted', 'rebutted', 'rebutting'],
  admit: ['admits', 'admitted', 'admitted', 'admitting'],
  signal: ['signals', 'signalled', 'signaled', 'signalling', 'signaling'],
  blog: ['blogs', 'blogged', 'blogged', 'blogging'],
  plead: ['pleads', 'pleaded', 'pled', 'pleading'],
  beg: ['begs', 'begged', 'begged', 'begging'],
  snap: ['snaps', 'snapped', 'snapped', 'snapping'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  demur: ['demurs', 'demurred', 'demurred', 'demurring'],
  quote: ['quotes', 'quoted', 'quoted', 'quoting'],
};

const regular = (verb: string): readonly string[] => {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, '', `${verb}ing`];
  const third = /(?:s|sh|ch|x|z)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, `${stem}ed`, '', `${stem}ing`];
};

function makeForms(): Map<string, CueForm> {
  const forms = new Map<string, CueForm>();
  const kinds = ['s', 'past', 'past'] as const;
  for (const [name, list] of Object.entries(BY_CLASS)) {
    for (const lemma of list.split(/\s+/u)) {
      const entry = { lemma, class: name as CueClass };
      for (const [i, word] of (IRREGULAR[lemma] ?? regular(lemma)).entries()) {
        if (word !== '' && !forms.has(word))
          forms.set(word, { ...entry, form: word.endsWith('ing') ? 'ing' : kinds[i]! });
      }
      if (!forms.has(lemma)) forms.set(lemma, { ...entry, form: 'base' });
    }
  }
  return forms;
}

const FORMS = makeForms();

/** These are verbs wherever they stand, whatever the tagger says. */
const ALWAYS = new Set(
  'said says told tells added adds wrote writes tweeted replied responded explained insisted stated argued asked'.split(
    ' ',
  ),
);

/** These are verbs of saying only with the word behind them: "shot back", "went on", "chimed in". */
export const NEEDS_AFTER: ReadonlyMap<string, RegExp> = new Map([
  ['fire', /^back$/u],
  ['shoot', /^back$/u],
  ['hit', /^back$/u],
  ['cut', /^in$/u],
  ['chip', /^in$/u],
  ['pipe', /^up$/u],
]);

/** The cue that a word form is, by its lower-case form; undefined for other words. */
export const cueForm = (norm: string): CueForm | undefined => FORMS.get(norm);
export const isAlwaysCue = (norm: string): boolean => ALWAYS.has(norm);
