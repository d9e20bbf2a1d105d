// Month names as agencies write them, in the languages whose wires put a date into the dateline. Keys have no dot.
const names: readonly string[] = [
  'jan january januar jänner janv janvier enero ene gennaio gen januari janeiro tammikuuta stycznia',
  'feb february februar feber fév févr février febrero febbraio februari fevereiro fev helmikuuta lutego',
  'mar march märz mär mrz mars marzo marts maart mrt março maaliskuuta marca',
  'apr april avr avril abril abr aprile huhtikuuta kwietnia',
  'may mai mayo maggio mag maj mei maio toukokuuta maja',
  'jun june juni juin junio giugno giu junho kesäkuuta czerwca',
  'jul july juli juil juillet julio luglio lug julho heinäkuuta lipca',
  'aug august août aout agosto ago augusti augustus elokuuta sierpnia',
  'sep sept september septembre septiembre settembre set setembro syyskuuta września',
  'oct october oktober okt octobre octubre ottobre ott outubro lokakuuta października',
  'nov november novembre noviembre novembro marraskuuta listopada',
  'dec december dezember dez déc décembre diciembre dic dicembre desember des dezembro joulukuuta grudnia',
];
const numbers = new Map(names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)));

/** 1 to 12 for "Feb", "Sept." or "juil"; undefined for any other word. */
export const monthNumber = (word: string): number | undefined => numbers.get(word.toLowerCase().replace(/\.$/, ''));

/** A pattern for one month name, longest first, without its dot. */
export const monthPattern = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');
