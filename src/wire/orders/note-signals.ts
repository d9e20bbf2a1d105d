/**
 * What a note to editors says that a version is, by its first word: "Eds: CORRECTS: …", "UPDATES: Adds …", "RECASTS". The
 * word is in capitals or begins the note, so that prose about a correction is none.
 */
export function noteSignals(note: string): ('correction' | 'update')[] {
  const start = note.replace(/^\W{0,3}(?:eds|editors)\W{1,3}/i, '').slice(0, 200);
  const signals: ('correction' | 'update')[] = [];
  if (/^\W{0,3}(?:correct(?:s|ed|ion)|berichtigung|korrektur)\b/i.test(start) || /\bCORRECT(?:S|ED|ION)\b/.test(start))
    signals.push('correction');
  if (/^\W{0,3}(?:updates?|updated|recasts?|adds)\b/i.test(start) || /\b(?:UPDATES|RECASTS|WRITETHRU)\b/.test(start))
    signals.push('update');
  return signals;
}
