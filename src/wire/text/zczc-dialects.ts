/** What a marked line at the top of a ZCZC message means. `nothing` is the house's own routing. */
export type ZczcField =
  | 'headline'
  | 'slugline'
  | 'takeKey'
  | 'category'
  | 'subject'
  | 'located'
  | 'writer'
  | 'racing'
  | 'nothing';

/** A house's meaning of the marks. The first dialect whose marks all stand at the top is taken. */
export type ZczcDialect = {
  readonly name: string;
  readonly marks: readonly string[];
  readonly fields: Readonly<Record<string, ZczcField>>;
};

export const dialects: readonly ZczcDialect[] = [
  {
    // AAP's broadcast bulletins: #slug $headline :take &writer *subject code ~service @place %category
    name: 'bulletin',
    marks: ['#', '$'],
    fields: {
      '#': 'slugline',
      $: 'headline',
      ':': 'takeKey',
      '%': 'category',
      '*': 'subject',
      '@': 'located',
      '&': 'writer',
      '~': 'nothing',
    },
  },
  {
    // Releases of a press service: %addresses $priority :who sends it *kind
    name: 'release',
    marks: ['$', ':'],
    fields: { ':': 'slugline', $: 'nothing', '%': 'nothing', '*': 'nothing', '~': 'nothing' },
  },
  {
    // Sheets of fields, prices and results: #slug :take
    name: 'sheet',
    marks: ['#'],
    fields: { '#': 'slugline', ':': 'takeKey', '%': 'category', '*': 'subject', '@': 'located', '~': 'nothing' },
  },
  {
    // Racing: ":Premierships National gallop …", ":POTTED :Eagle Farm …", "RACING : …"
    name: 'racing',
    marks: [':'],
    fields: { ':': 'racing', '%': 'category', '*': 'subject', '@': 'located' },
  },
];
