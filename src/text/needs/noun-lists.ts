import { wordSet } from '../words/word-set.ts';

/** Nouns that say what they are with a deed: "the right | to vote", "a bid | to leave". */
const DEED_NOUNS = wordSet(
  `right rights ability chance chances power powers freedom opportunity opportunities authority intention
  intentions refusal failure permission duty incentive tendency willingness determination option options
  obligation potential threat threats agreements measures move moves approval clearance capacity inability desire temptation urge mandate reluctance
  readiness need needs way pressure steps step intent rush courage body vehicle excuse
  ways attempt attempts effort efforts bid decision decisions plan plans proposal proposals agreement deal call
  calls demand demands request requests offer offers pledge promise promises vow order time first last only`,
);
/** Nouns that are nothing by themselves: "the risk | of fire", "a rate | of 3%", "in place | of it". */
const PART_NOUNS = wordSet(
  `range number series variety lot majority half lack kind sort end set total amount level rate risk basis terms
  absence case light wake face front process verge brink fact piece average rest top bottom beginning edge course
  middle pace reason reference list string part side place order point lead first last second only next one two
  three step`,
);
/** Nouns that say little before it is said of what, to what or about what: "voiced concern | about the pier". */
const ABOUT_NOUNS = wordSet(
  `concern concerns complaint complaints comment comments remark remarks formula response reaction share research
  judgement judgements judgment judgments upheaval room
  ambassador recommendation recommendations conversation operations interest access impact effect influence
  opposition bid bids satisfaction reliance rise increase growth drop decline reduction surge change changes
  improvement ban limit limits restriction restrictions inquiry investigation debate dispute solution answer
  alternative contribution commitment approach attitude proposal proposals decision link links ties damage
  hunt search quest entry connection question questions opinion opinions`,
);
/** Nouns that say what with a clause: "fears | that it may fail". */
const CLAUSE_NOUNS = wordSet(
  `fact fears hopes signs sign evidence speculation concern concerns claim claims suggestion suggestions allegation
  allegations possibility likelihood doubt doubts idea belief notion prospect view warning reports rumours rumors
  perception impression feeling news way reason day time assumption reminder indication indications signal signals
  accusation accusations suspicion recognition proof sentiment guarantee guarantees assurance assurances fiction
  admission acknowledgement realisation realization conclusion confidence certainty announcement statement
  resolution understanding provision condition prediction predictions forecast forecasts demand demands insistence
  threat threats promise promises argument arguments complaint complaints assertion assertions insistence revelation
  revelations rumour rumor hint hints contention sense assurances`,
);
/** Nouns with the preposition without which they say too little: "his role | in the sale", "a row | with Calder". */
const NOUN_PAIRS = wordSet(
  `role:in row:with row:over feud:with rift:with relationship:with relationship:between relations:with friendship:with
  affair:with contact:with touch:with dealings:with partnership:with collaboration:with compliance:with
  accordance:with line:with conjunction:with clash:with clashes:with conversation:with comparison:with match:with
  game:with tribute:to path:to route:to adviser:to advisor:to adviser:on contributor:to blow:to amendment:to
  exception:to exposure:to attention:to thanks:to answer:to key:to approach:to return:to transition:to introduction:to
  successor:to heir:to rival:to visit:to trip:to witness:to obstacle:to barrier:to regard:to reference:to adherence:to
  addition:to resistance:to appeal:to advocate:of advocate:for prospects:for responsibility:for vision:for
  precedent:for praise:for passion:for implications:for preparations:for guarantees:for opportunity:for demand:for
  outlook:for support:for credit:for blueprint:for appetite:for recipe:for ground:for respect:for hopes:for plans:for
  candidate:for cause:for reason:for penalty:for compensation:for permission:for rights:to rights:for craze:for
  case:for odds:on odds:of slump:in stake:in shareholding:in holding:in participation:in involvement:in downturn:in
  cut:in reductions:in declines:in presence:in growth:in growth:of fall:in interest:in belief:in faith:in
  experience:in experience:of expertise:in shortage:of ownership:of ownership:in partner:in hole:in rise:in jump:in
  dip:in leap:in boom:in swing:in differences:in role:as career:as withdrawal:from departure:from backlash:from
  proceeds:from endorsements:from independence:from exemption:from relief:from protection:from exit:from swing:at
  grip:on moratorium:on emphasis:on focus:on advice:on attack:on assault:on crackdown:on clampdown:on curb:on view:on
  views:of tax:on taxes:on hold:on ruling:on book:on documentary:about film:about book:about doubts:about doubts:over
  reservations:about warning:about worries:about anxiety:about speculation:about speculation:over uncertainty:about
  uncertainty:over fears:over fears:of concern:over dispute:over control:over control:of battle:over battle:for
  battle:with battle:against fight:against fight:for campaign:against campaign:for campaign:to discrimination:against
  allegations:against case:against defence:against defense:against differences:between gap:between gap:with
  friction:between deal:between tension:between talks:between probe:into research:into inquiries:into insight:into
  investment:in umbrage:at look:at look:into setting:for search:for proposal:for scheme:for project:for programme:for
  program:for victory:over win:over lead:over advantage:over authority:over problem:with difficulty:with ties:to
  access:to exposure:of category:for deterioration:in slowdown:in plunge:in shortfall:in revision:in shift:in
  cutback:in confidence:in deficit:in deficit:with surplus:with surplus:in breakdown:in participant:in delay:in
  weakness:in glimpse:into stance:on insistence:on tariff:on levy:on bearing:on freeze:on toll:on guidance:on
  burden:on pressure:on bet:on veto:on return:on monopoly:on disregard:for admiration:for cure:for justification:for
  motive:for need:for quest:for haven:for incentive:for enthusiasm:for replacement:for sympathy:for substitute:for
  explanation:for punishment:for plea:for push:for mechanism:for requirement:for criteria:for material:for
  instrument:for provision:for allowance:for retaliation:for reputation:for reputation:as tenure:as
  distinction:between similarity:between collaboration:between confrontation:between confrontation:with
  retaliation:against bias:against injunction:against sanctions:against backlash:against swipe:at feedback:from
  fallout:from distraction:from lesson:from allegiance:to loyalty:to invitation:to objection:to hostility:to
  vulnerability:to sensitivity:to claim:to claim:for call:for idea:on idea:about equivalent:to credit:to newcomer:to
  condolences:to interaction:with consultation:with alliance:with conflict:with interview:with attack:against
  attack:by market:on skepticism:about scepticism:about revelation:about feeling:about joke:about win:in win:against
  tie:against tie:with tie:at victory:in victory:against spat:with guarantee:of guarantee:against package:of
  package:for pickup:in contract:with order:for accord:with accord:on agreement:on agreement:with deal:with deal:on
  application:for application:to entry:into entry:to`,
);
/** Adjectives that want what follows them: "likely | to win", "due | in May". */
const OPEN_ADJECTIVES = wordSet(
  `likely unlikely able unable due set ready willing unwilling open subject close embroiled based located seen known called
  made expected forced linked used aimed accused charged capable aware free full short responsible guilty worth
  similar different equal related opposed committed dedicated devoted limited entitled eligible keen eager
  reluctant happy glad sorry sure certain confident afraid proud bound prepared determined designed intended
  supposed allowed obliged required interested involved engaged concerned consistent compatible comparable
  equivalent inferior superior prone vulnerable immune exempt safe far hard easy difficult important possible
  impossible necessary vital essential crucial better best good bad early late low high`,
);

/** Each takes a word in small letters. */
export const wantsItsDeed = (norm: string): boolean => DEED_NOUNS.has(norm);
export const isPartNoun = (norm: string): boolean => PART_NOUNS.has(norm);
export const isAboutSomething = (norm: string): boolean => ABOUT_NOUNS.has(norm);
/** Of one as of several: "a plan | for", "plans | for". */
export const wantsPhrase = (norm: string, preposition: string): boolean =>
  [norm, `${norm}s`, norm.replace(/s$/, ''), norm.replace(/ies$/, 'y'), norm.replace(/y$/, 'ies')].some((form) =>
    NOUN_PAIRS.has(`${form}:${preposition}`),
  );
export const wantsClause = (norm: string): boolean => CLAUSE_NOUNS.has(norm);
export const wantsRest = (norm: string): boolean => OPEN_ADJECTIVES.has(norm);
