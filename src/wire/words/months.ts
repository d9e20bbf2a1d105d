// Month names as agencies write them, in the languages whose wires put a date into the dateline. Keys have no dot.
const names: readonly string[] = [
  'jan january januar jänner janv janvier enero ene gennaio gen',
  'feb february februar feber fév févr février febrero febbraio',
  'mar march märz mär mrz mars marzo',
  'apr april avr avril abril abr aprile',
  'may mai mayo maggio mag',
  'jun june juni juin junio giugno giu',
  'jul july juli juil juillet julio luglio lug',
  'aug august août aout agosto ago',
  'sep sept september septembre septiembre settembre set',
  'oct october oktober okt octobre octubre ottobre ott',
  'nov november novembre noviembre',
  'dec december dezember dez déc décembre diciembre dic dicembre',
];
const numbers = new Map(names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)));

/** 1 to 12 for "Feb", "Sept." or "juil"; undefined for any other word. */
export const monthNumber = (word: string): number | undefined => numbers.get(word.toLowerCase().replace(/\.$/, ''));

/** A pattern for one month name, longest first, without its dot. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');
