import { wordSet } from '../words/word-set.ts';

/** Verbs that a clause may follow: "said prices rose", "expects that they fall". */
export const TAKES_CLAUSE = wordSet(
  `say think believe know hope claim add show find report suggest mean feel hear fear expect see estimate insist
  admit argue warn note announce confirm deny state indicate predict agree conclude reveal acknowledge understand
  ensure concede complain explain allege decide assume discover realise realize learn propose recommend wish guess
  suspect doubt declare maintain testify stress emphasise emphasize`,
);
/** Verbs that say nothing without the clause behind them. */
export const SAYS = wordSet(
  `say state think believe argue insist conclude claim add suggest indicate imply mean estimate hope know feel
  assume ensure realise realize write post tweet`,
);
/** Of these a noun alone is said, meant or known too. */
export const SAYS_NOUN = wordSet(
  'add claim mean know feel assume ensure suggest indicate realise realize write post tweet',
);
/** What these say may come behind a mark. */
export const SAYS_LATER = wordSet(
  `say tell call add state note report announce insist argue claim warn believe think hope know suggest indicate
  show find reveal include be have do make ask reply write conclude explain declare stress want put`,
);
/** What somebody is or becomes is told of the subject: "felt sick", "went missing", "was born". */
export const TAKES_STATE = wordSet(
  `feel go stay stand lie fall sit arrive die open close rank rate finish come keep get make hold taste smell prove
  play work run turn grow have be leave do end return survive emerge test`,
);
/** Behind these "to" says what for, not what: "met | to discuss it". */
export const TAKES_PURPOSE = wordSet(
  `meet travel arrive return gather march protest fly campaign resign retire stop rise fall rally speak vote strike
  ride walk`,
);
/** "made it", "had him": with a pronoun alone they say nothing. */
export const MAKES = wordSet('make get have let keep leave');
/** Behind these an object waits for its name or for what it is told. */
export const NAMES = wordSet('call tell quote inform remind convince persuade dub deem label labelled');
/** Verbs that make their object something, or say that it is. */
const MAKES_OF_OBJECT = wordSet(
  'call consider declare deem dub find judge keep label leave make place put render rule',
);
/** Behind these an adverb belongs to the object: "will have the striker | back". */
export const PUTS = wordSet('have make keep leave get set put bring send turn force drive push pull');
/** Behind these an object waits for the place where it is put. */
export const PLACES_OBJECT = wordSet('put place pin lay position situate send bring tell leave keep');
/** These say something to somebody: "warned investors | that …". */
export const INFORMS = wordSet('tell inform warn assure remind convince persuade');
/** Verbs, by lemma, that have told all when they end a clause: "resigned", "fell | to 3%". */
const COMPLETE = wordSet(
  `appear disappear vanish speak meet play perform gather vote travel arrive escape slow slip ease soar
  jump plunge tumble climb drop shrink expand improve worsen widen narrow double triple quadruple halve stop crash
  explode burst sink drown starve emerge continue finish advance qualify compete struggle suffer protest march
  rally die resign rise fall win lose leave increase decrease grow collapse fail end begin start close open
  survive recover surge slump happen occur retire return swim fly sail drive walk run sleep cry laugh smile sing
  dance age expire lapse rebound bounce strengthen weaken decline last wait vary differ change move act campaign
  demonstrate strike riot flee surrender flood burn melt freeze evaporate graduate apologise apologize weep
  persist linger loom erupt fade accelerate deteriorate reopen resume prevail stall overheat evolve
  multiply intervene abstain dissent equalise equalize score dip swing edge inch drift hover retreat stabilise stabilize
  peak firm soften steady sag conclude descend`,
);
/** Deeds that are told whole in the passive: "were arrested | in the raid". */
const DONE = wordSet(
  `kill injure hurt wound shoot stab arrest detain jail imprison release free rescue evacuate attack destroy damage
  close shut cancel delay postpone suspend reject approve pass elect re-elect sell launch publish complete sign
  ban shelve scrap cut raise lift defeat beat sack fire dismiss fine convict acquit file pay steal recruit block
  criticise criticize praise condemn hail withdraw reopen repair rebuild clear abandon adjourn overturn uphold
  quash unveil invite honour honor bury murder kidnap abduct evict deport halt stop disrupt ground settle resolve
  reduce increase double hospitalise treat discharge extradite demolish flood sink hijack seize confiscate
  intercept vaccinate restore review revise reschedule finalise renew extend announce confirm deny
  discuss question search test investigate interview recall redesign relocate upgrade downgrade merge nationalise
  privatise liquidate delist acquire buy crown nominate knight disqualify relegate promote redeem refinance
  oversubscribe`,
);
/** Behind these an object is told to do something: "ordered the firm | to close", "expects prices | to rise". */
const DEED = wordSet(
  `expect want ask urge tell force allow help enable cause require order persuade invite encourage permit get
  advise warn teach compel direct instruct pressure empower deploy mandate commission remind convince authorise authorize commit prompt lead push press lobby
  need leave like prefer believe think know find consider estimate oblige tempt inspire motivate pay train forbid
  challenge beg call use`,
);
/** What these say of an object stands behind "as". */
const AS_WHAT = wordSet(
  `regard view describe know name treat use see serve act work portray dismiss hail appoint emerge cast brand label
  rate class dub elect recognise recognize define identify list quote cite present depict characterise
  characterize think refer`,
);
/** Behind these an object waits for its place or its state: "left thousands | homeless", "kept rates | at 3%". */
const STATE = wordSet(
  `leave keep make find consider hold put set render declare call name dub get turn prove deem bring lay send place
  cut raise lower lift take see hear watch catch show`,
);
/** Verbs with the preposition without which their object says too little. */
const PAIRS = wordSet(
  `accuse:of charge:with blame:for blame:on attribute:to base:on compare:with compare:to replace:with replace:by
  supply:with provide:with link:to link:with tie:to turn:into convert:into convert:to subject:to expose:to
  prevent:from ban:from bar:from stop:from keep:from put:on put:in put:into put:at put:under place:on place:in
  place:under set:at pin:on draw:from drive:from deprive:of rob:of strip:of warn:of warn:about inform:of remind:of
  assure:of convict:of acquit:of clear:of suspect:of relieve:of add:to attach:to limit:to confine:to devote:to
  owe:to reduce:to bring:to bring:into take:into take:to exchange:for mistake:for sentence:to commit:to
  divide:into split:into throw:into force:into force:out pull:from split:between impose:on inflict:on focus:on
  spend:on waste:on model:on prefer:to switch:to hand:to give:to lend:to grant:to award:to offer:to leave:to
  leave:with leave:in leave:without equip:with fill:with cover:with associate:with credit:with charge:for swap:for
  trade:for value:at estimate:at price:at rate:at keep:in keep:on keep:at hold:at hold:to see:as take:from do:with
  do:for have:on have:in play:in play:against make:of make:from make:into get:from get:into bear:in call:for
  call:on name:after lead:to lead:by talk:about tell:about ask:for ask:about hit:with find:in find:on find:at
  spend:in thank:for praise:for criticise:for criticize:for fine:for
  end:with begin:with start:with finish:with offer:for throw:out meet:with catch:in suffer:from show:in resort:to
  condemn:to pit:against team:with speak:to beat:to invite:to release:from quote:as
  distance:from liken:to pave:for aim:at aim:to refer:to pour:into deposit:in invest:in inject:into portray:as
  distinguish:from plunge:into separate:from compensate:for divert:from pledge:to congratulate:for contrast:with
  donate:to prohibit:from exclude:from remove:from rescue:from pose:to advise:on blame:to borrow:from
  discourage:from connect:to contribute:to direct:to apply:to vote:into cast:as transform:into strike:with shift:to
  couple:with align:with reserve:for trace:to oppose:to diagnose:with satisfy:with assign:to face:with
  submit:to restrict:to dedicate:to account:for deal:with listen:to relate:to reunite:with book:for
  sign:to embroil:in scare:off scare:out entangle:in mire:in steep:in involve:in send:to transfer:to
  drive:up push:up push:down force:up put:up put:down put:back bring:up bring:down bring:back bring:out bring:forward
  take:up take:down take:off take:out take:over turn:off turn:down turn:over turn:around set:up set:out set:aside keep:up
  start:off pay:off pay:out sell:off write:off lay:off call:off cut:off cut:out carry:out hand:over hand:out
  draw:up give:up hold:up hold:back hold:down lift:off play:down rule:out sort:out spell:out work:out back:up
  guide:to steer:to propel:to help:to knock:out let:in let:into proceed:with open:to wipe:out pull:off pull:out buy:out buy:up leave:out let:down let:off make:up pass:on pick:up
  include:on include:among throw:at hurl:at dip:into restore:to drive:to choose:as spell:for attack:for blast:for slam:for
  warn:against show:at jail:for sue:for reward:for reward:with penalise:for penalize:for forgive:for disqualify:from
  fire:from seize:from free:from switch:from withhold:from relegate:from distract:from isolate:from protect:from
  interpret:as bill:as frame:as designate:as perceive:as paint:as denounce:as tout:as market:as pose:as
  translate:into merge:into insert:into incorporate:into integrate:into drag:into lure:into load:into mislead:into
  slap:on unleash:on dump:on brief:on greet:with pepper:with inundate:with flood:with present:with impress:with
  share:with single:out squeeze:out kick:out roll:out divert:to vote:for vote:against rely:on depend:on count:on bank:on
  conflate:with equate:with confuse:with push:out drive:out point:out see:off see:through shut:down sign:off sign:up split:up step:up tear:up throw:away win:over wind:up`,
);
/** Behind these a clause or a deed is what the verb says: nothing but the whole tells it. */
const GERUND = wordSet(
  `start begin stop keep continue avoid consider risk finish resume quit deny admit suggest recommend mind enjoy
  mean involve try`,
);
/** Verbs that reach what they are about through a preposition: "agreed | on terms", "called | for calm". */
const REACHES = wordSet(
  `preside agree depend focus refer respond look apply appeal contribute consist rely insist complain belong result
  lead object react participate deal call talk think hope ask account aim point listen turn serve range amount add
  attend succeed invest engage specialise specialize concentrate merge side cope differ benefit stem withdraw pull
  refrain care opt search push press plead bid fight warn hear learn know dream approve dispose boast comment
  decide rule embark build report vote campaign base attach sign arise come go stay remain sit stand lie run grow
  feed play work live speak write read consult negotiate co-operate cooperate collaborate conflict clash collide
  meet interfere experiment persist border touch draw trade bank count reflect impact capitalise capitalize back head volley curl nod`,
);
/** Verbs of moving and standing: where to, where and how is what they say. */
const PLACES = wordSet(
  `return go come get turn move look stand sit lie stay run take walk drive fly travel sail live remain serve act
  work play put keep head rush step pass slip fall`,
);
/** Verbs of change, after which how far is the news: "advanced | to 38%", "cut the rate | by a point". */
const CHANGES = wordSet(
  `rise fall climb drop grow shrink increase decrease decline advance slip ease gain jump plunge soar slump tumble raise
  cut lift lower reduce boost trim widen narrow expand swell improve extend double revise upgrade downgrade move
  close open trade finish end stand dip swing edge inch retreat firm`,
);
/** What somebody earned or sold is told of a time. */
const COUNTS = wordSet('earn report total make post record lose have show contribute spend pay sell export import be');
/** What these say is a deed or a clause, however far behind it stands: "agreed | in Sarn | to raise fares". */
const RESOLVES = wordSet('agree decide promise pledge vow refuse threaten plan hope intend want try seek manage fail');
/** These join two things: one of them is not enough. */
const JOINING = wordSet('merge combine mix blend unite compare link pair share divide split differ');
/** Verbs with a particle that tell all: "broke down", "walked out". */
const PARTICLES = wordSet(
  `break:down break:up break:out walk:out walk:away go:up go:down go:ahead go:back go:out go:off go:away come:back
  come:out come:up come:down come:forward stand:down stand:up stand:out step:down step:up step:aside step:back
  drop:out drop:off pull:out pull:back back:down back:away shut:down close:down give:up grow:up show:up sign:up
  line:up run:out run:away sell:out miss:out hit:out hit:back speak:out speak:up set:off set:out take:off
  fall:apart fall:back fall:down get:away get:up get:out hold:out die:out die:down die:away slow:down calm:down
  wake:up lash:out pay:off check:out team:up catch:up sit:down blow:up open:up stay:away stay:up stay:down move:on
  move:out move:away move:ahead fight:back bounce:back cut:back wind:up bow:out opt:out rush:out spill:out
  turn:back turn:up look:ahead look:back forge:ahead pass:away ease:off level:off tail:off
  pick:up speed:up dry:up flare:up climb:up drive:off drive:away lift:off race:away back:out roll:out lose:out
  drift:away ease:back edge:up edge:down edge:back slip:back drop:back climb:back be:up be:down be:out be:back live:apart`,
);
/** Passives that may have an object: "was given | a ring". */
const GIVES = wordSet(
  `give offer tell award name elect appoint call ask grant pay deny show teach send owe charge fine lend sell
  promise allow hand crown dub declare make pronounce vote allocate assign cost bring find
  consider deem label`,
);
/** Passives that say nothing by themselves: "was based", "is known", "was seen". */
const MORE = wordSet(
  `base locate see know call make expect force link use name put keep set hold charge accuse aim consider regard
  describe view think believe say deem rate rank place situate estimate forecast project predict calculate measure
  find prove show feel understand hear allege intend design suppose oblige require tell persuade encourage allow
  permit take bring lead leave follow own head run drive surround dominate accompany precede compose comprise
  shadow plague dog haunt mark rock beset involve concern interest limit confine relate attribute owe`,
);

/** Each takes the lemma of a verb. */
export const makesOfObject = (lemma: string): boolean => MAKES_OF_OBJECT.has(lemma);
export const isComplete = (lemma: string): boolean => COMPLETE.has(lemma);
export const isDone = (lemma: string): boolean => DONE.has(lemma);
export const wantsDeed = (lemma: string): boolean => DEED.has(lemma);
export const wantsAs = (lemma: string): boolean => AS_WHAT.has(lemma);
export const wantsState = (lemma: string): boolean => STATE.has(lemma);
export const wantsGerund = (lemma: string): boolean => GERUND.has(lemma);
export const reaches = (lemma: string): boolean => REACHES.has(lemma);
export const movesTo = (lemma: string): boolean => PLACES.has(lemma);
export const resolves = (lemma: string): boolean => RESOLVES.has(lemma);
export const changes = (lemma: string): boolean => CHANGES.has(lemma);
export const counts = (lemma: string): boolean => COUNTS.has(lemma);
export const joinsTwo = (lemma: string): boolean => JOINING.has(lemma);
export const givesTwo = (lemma: string): boolean => GIVES.has(lemma);
export const wantsMore = (lemma: string): boolean => MORE.has(lemma);
/** "accused | of theft": the object of this verb waits for this preposition. */
export const wantsPair = (lemma: string, preposition: string): boolean => PAIRS.has(`${lemma}:${preposition}`);
/** "broke | down": with this particle the verb tells all. */
export const completesWith = (lemma: string, particle: string): boolean => PARTICLES.has(`${lemma}:${particle}`);
