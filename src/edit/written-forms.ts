const WORD = /(?<![\p{L}\p{N}<])[\p{L}\p{N}]+(?![\p{L}\p{N}>])/gu;

/** How a text writes its words: each in small letters, with the forms that stand there in order. "<HYO>" is for machines. */
export function writtenForms(text: string): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [word] of text.matchAll(WORD)) {
    const small = word.toLowerCase();
    const known = forms.get(small);
    if (known === undefined) forms.set(small, [word]);
    else if (!known.includes(word)) known.push(word);
  }
  return forms;
}
