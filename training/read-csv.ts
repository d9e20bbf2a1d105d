/** The rows of a CSV file (RFC 4180) as objects by the names in its first line. Rows of another length are left out. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (quoted) {
      if (unit !== '"') cell += unit;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (unit === '"') quoted = true;
    else if (unit === ',' || unit === '\n') {
      row.push(unit === '\n' ? cell.replace(/\r$/, '') : cell);
      cell = '';
      if (unit === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += unit;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  const [names = [], ...rest] = rows;
  return rest
    .filter((cells) => cells.length === names.length)
    .map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])));
}
