import type { Token } from '../../../text/tokens.ts';
import { wordSet } from '../../../text/words/word-set.ts';

const WORDS = wordSet(
  `vice deputy assistant associate acting prime shadow ex interim toy mock fake model dummy replica job virtual
  artificial counterfeit imitation would-be alleged suspected failed former late future potential possible
  supposed so-called anti pro non foreign overseas wrong false lone larger bigger greater smaller longer
  shorter wider pseudo quasi semi half near under co sub step grand great god foster honorary nominal
  earlier previous initial original wrongful theoretical imaginary hypothetical fictional attempted planned proposed threatened expected`,
);

/** "a toy gun" is no gun, "a vice president" no president, "the wrong lesson" not the lesson; "foreign ministers" are ministers. */
export const changesItsNoun = ({ norm }: Token, noun: Token): boolean =>
  (norm === 'special' && /^(?:forces|operations|prosecutor|counsel|election)$/.test(noun.norm)) ||
  (WORDS.has(norm) && !(norm === 'foreign' && /^minist/.test(noun.norm)));
