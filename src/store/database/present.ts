/** A row whose empty columns are absent instead of null: how our types say "none". */
export type Present<Row> = {
  [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key];
} & { [Key in keyof Row as null extends Row[Key] ? Key : never]?: NonNullable<Row[Key]> };

/** Leaves out the columns that are null. */
export function present<Row extends object>(row: Row): Present<Row> {
  const found: Record<string, unknown> = {};
  for (const name in row) if (row[name] !== null) found[name] = row[name];
  return found as Present<Row>;
}
