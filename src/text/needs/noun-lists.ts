import { wordSet } from '../word-set.ts';

/** Nouns that say what they are with a deed: "the right | to vote", "a bid | to leave". */
const DEED_NOUNS = wordSet(
  `right rights ability chance chances power powers freedom opportunity opportunities authority intention
  intentions refusal failure permission duty incentive tendency willingness determination option options
  obligation potential threat threats agreements measures capacity inability desire temptation urge mandate reluctance
  readiness need needs way
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
  perception impression feeling news way reason day time`,
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
export const wantsClause = (norm: string): boolean => CLAUSE_NOUNS.has(norm);
export const wantsRest = (norm: string): boolean => OPEN_ADJECTIVES.has(norm);
