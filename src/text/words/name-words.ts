/** Words that tell what a capitalised name is. Lower case. Small tables of our own; not gazetteers. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

export const HONORIFICS: ReadonlyMap<string, 'he' | 'she' | undefined> = new Map([
  ['mr', 'he'],
  ['mrs', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['sir', 'he'],
  ['lord', 'he'],
  ['lady', 'she'],
  ['dame', 'she'],
  ['shri', 'he'],
  ['smt', 'she'],
  ['dr', undefined],
  ['prof', undefined],
  ['rev', undefined],
  ['fr', 'he'],
]);

/** Nouns that name what a person is or does; the last word of a role. */
export const ROLES = words(`
  president vice-president minister secretary undersecretary senator sen congressman congresswoman congressperson rep
  representative governor gov mayor councillor councilor councilman councilwoman alderman chancellor premier king queen
  prince princess emperor sheikh sultan emir pope cardinal archbishop bishop rabbi imam pastor reverend judge justice
  general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal admiral adm commander cmdr officer
  chief director chairman chairwoman chairperson chair ceo cfo coo cto founder co-founder owner manager head leader
  speaker whip ambassador envoy consul commissioner comptroller treasurer attorney lawyer solicitor prosecutor counsel
  spokesman spokeswoman spokesperson aide adviser advisor strategist pollster analyst economist professor doctor
  scientist researcher lecturer historian author writer novelist poet editor reporter journalist correspondent columnist
  anchor host actor actress singer musician rapper comedian director producer filmmaker artist designer architect
  engineer pilot astronaut nurse surgeon physician teacher principal dean coach trainer player striker goalkeeper
  midfielder defender winger forward substitute captain newcomer referee umpire rider cyclist jockey swimmer quarterback pitcher batsman bowler cricketer footballer skipper sprinter champion golfer driver
  farmer fisherman baker butcher trader banker investor entrepreneur activist campaigner organiser organizer volunteer
  student pupil resident neighbour neighbor voter candidate nominee contender lawmaker legislator parliamentarian mp mep
  msp deputy assistant inspector detective superintendent constable sheriff marshal warden firefighter paramedic
  mother father son daughter brother sister husband wife widow uncle aunt cousin grandmother grandfather friend partner
  billionaire businessman businesswoman tycoon magnate heiress guide curator librarian meteorologist forecaster
  seismologist geologist biologist physicist chemist epidemiologist virologist ecologist harbourmaster harbormaster
  convener convenor executive boss delegate master headmaster headmistress surrogate operative consultant expert veteran survivor witness victim suspect defendant plaintiff
  democrat republican assemblyman assemblywoman secretary-general ombudsman auditor monk priest chaplain mufti ayatollah
`);

/** Last words of a department in a role: "Secretary of State", "Minister for Health". */
export const DEPARTMENTS = words(`
  state defense defence treasury justice health labor labour commerce energy education agriculture interior
  transportation transport homeland security veterans affairs foreign home finance staff police environment trade
  tourism culture sports industry exchequer interior technology science water power railways planning fisheries housing
  staff the house republic opposition representatives nations council board
`);

/** Last words of an organisation, a place or a thing. */
export const NOT_PEOPLE = words(`
  ministry department office bureau agency authority administration commission committee council court parliament
  congress senate house assembly government cabinet embassy consulate university college school institute academy
  hospital clinic centre center museum library church mosque temple cathedral foundation association society union
  federation league club party movement alliance front army navy force guard police corps regiment command company corp
  corporation inc ltd plc llc group holdings bank fund trust capital partners airlines airways motors oil gas energy
  times post herald tribune journal gazette guardian telegraph news press tv radio channel network magazine agency
  city county state province district region republic kingdom islands island sea ocean river lake bay gulf strait
  mountain mountains valley desert street road avenue square park bridge airport station port harbour harbor stadium
  arena hotel hall tower building palace castle north south east west act bill law treaty accord agreement deal
  summit conference forum cup championship olympics games war day week month year prize award plan programme program
  project initiative america africa asia europe states nations kingdom street service services systems technologies
  ministerial states coast airlines parliament labour democrats republicans conservatives liberals greens tories
`);

/** Small words inside a person's name. */
const PARTICLES = words('de del della di da dos du la le van von der den ter bin ibn al el ben abu ud ul af av zu y');

const NAMES_HE = `
  aaron abdul adam ahmed alan albert alejandro alex alexander ali amit andre andrew andy anthony antonio arjun arthur
  ashok barack ben benjamin bernard bernie bill bob boris brad brian bruce carl carlos charles chris christopher chuck
  craig daniel dave david dennis diego dmitry donald doug douglas edward emmanuel eric erik ernest evan francis francisco
  frank fred gary gavin george gerald giorgio gordon graham greg hans harry hassan henry herbert howard hugo ian ibrahim
  igor imran ivan jack jacob jake james jamie jan jason javier jeff jeffrey jeremy jerry jim jimmy joe joel john jon
  jonathan jorge jose joseph josh joshua juan julian justin karl keir keith ken kenneth kevin khalid kumar kyle larry
  lars lee leo leon lewis liam lloyd louis lucas luis luke manuel marco mario mark martin matt matthew max michael miguel
  mike mitch mohamed mohammad mohammed muhammad narendra nathan neil nicholas nick nigel oleg oliver olivier oscar otto
  pablo patrick paul pavel pedro peter phil philip pierre pietro raj rajesh ralph rahul ravi ray raymond rex ricardo
  richard rick rob robert roberto rodrigo roger ron ronald roy rupert russell ryan sam samuel sanjay scott sean sergei
  sergey simon stanley stefan stephen steve steven stuart suresh ted terry thomas tim timothy tom tony travis tyler
  victor vijay vikram vincent vladimir volodymyr walter warren wayne will william xavier xi yusuf zachary
`;
const NAMES_SHE = `
  abigail agnes aisha alexandra alice alicia alison amanda amelia amy ana andrea angela anita anna anne annie ann asha
  barbara beatrice betty brenda camilla carmen carol caroline catherine cecilia charlotte cheryl chloe christina
  christine clara claire claudia cynthia deborah denise diana diane donna doris dorothy elena eleanor elizabeth ella ellen
  emily emma erica erin esther eva evelyn fatima fiona florence frances gabriela gail gemma georgia gloria grace greta
  hannah harriet heather heidi helen hillary indira ingrid irene isabel isabella ivanka jacqueline jane janet janice
  jasmine jean jennifer jenny jessica jill joan joanna judith judy julia julie karen kate katherine kathleen kathy katie
  kelly kim kirsten lakshmi laura lauren leila lena leslie lily linda lisa lois louise lucia lucy lydia maggie margaret
  maria marie marina martha mary maya megan melania melissa michelle mina miriam monica nadia nancy naomi natalia natalie
  natasha nicole nina nora olga olivia pamela patricia paula penelope phyllis priya rachel rebecca rita rosa rose ruth
  sally samantha sandra sara sarah sharon sheila shirley sita sofia sonia sophia sophie stella stephanie sue susan suzanne
  sylvia tamara tara teresa theresa tina ursula valerie vanessa vera victoria virginia wendy yasmin yvonne zoe
`;

/** Common first names, and whom "he" or "she" may stand for. */
export const FIRST_NAMES: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...[...words(NAMES_HE)].map((name) => [name, 'he'] as const),
  ...[...words(NAMES_SHE)].map((name) => [name, 'she'] as const),
]);

/** "du", "van", in small letters or with a capital; not "Ben" and "Al", which are names of their own. */
export const isParticle = (word: string): boolean =>
  PARTICLES.has(word) || (PARTICLES.has(word.toLowerCase()) && !FIRST_NAMES.has(word.toLowerCase()));

/** "french", "catholic": adjectives of places, peoples and faiths, which keep their capital inside a sentence. */
export const OF_PLACES = words(
  `american british french german italian spanish dutch belgian swiss austrian swedish norwegian danish finnish
  russian soviet polish czech hungarian romanian bulgarian ukrainian greek turkish portuguese irish scottish welsh
  english european chinese japanese korean indian pakistani afghan iranian iraqi israeli palestinian egyptian syrian
  saudi arab arabian african asian australian canadian mexican brazilian argentine argentinian chilean colombian
  cuban venezuelan peruvian nigerian kenyan ugandan ethiopian thai vietnamese indonesian malaysian filipino islamic
  muslim jewish christian catholic protestant anglican hindu sikh buddhist western olympic victorian`,
);
