// Files as agencies send them, written for the tests: one story in each format, with places for what changes.

const paragraphs = (words: readonly string[]): string => words.map((each) => `<p>${each}</p>`).join('');

/** NITF 3.2. `docdata` are its attributes, `issued` the time of this version. */
export const nitf = (
  parts: { readonly id?: string; readonly docdata?: string; readonly issued?: string } = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Boats back at Shoal Bay</title>
<docdata ${parts.docdata ?? 'management-status="usable"'}>
<doc-id regsrc="Coastwire" id-string="${parts.id ?? 'shoal.77.a'}"/><date.issue norm="${parts.issued ?? '20260305T090000Z'}"/>
</docdata></head><body>
<body.head><hedline><hl1>Boats back at Shoal Bay after the gale</hl1></hedline><distributor>Coastwire</distributor></body.head>
<body.content><block><p>All boats are back at Shoal Bay after the gale of Wednesday night, the harbour master said on Thursday.</p>
<p>Two of them lost their nets.</p></block></body.content></body></nitf>
`;

/** NewsML-G2, one news item. `status` is its code, empty for none; `itemMeta` is more of what is said of the item. */
export const g2 = (
  parts: {
    readonly guid?: string;
    readonly version?: string;
    readonly status?: string;
    readonly itemMeta?: string;
    readonly words?: readonly string[];
  } = {},
): string => {
  const { status = 'stat:usable', words = ['Twelve houses were flooded at Lowmark on Wednesday, the county said.'] } =
    parts;
  return `<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${parts.guid ?? 'tag:worldwire.example,2026:a'}" version="${parts.version ?? '1'}" standard="NewsML-G2" standardversion="2.18" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="worldwire.example"/><versionCreated>2026-03-05T09:00:00Z</versionCreated>
${parts.itemMeta?.startsWith('<embargoed') ? parts.itemMeta : ''}${status === '' ? '' : `<pubStatus qcode="${status}"/>`}
${parts.itemMeta?.startsWith('<embargoed') ? '' : (parts.itemMeta ?? '')}</itemMeta>
<contentMeta><urgency>3</urgency><slugline>DAM-LEAK</slugline><headline>Houses flooded at Lowmark</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${paragraphs(words)}</body></html></inlineXML></contentSet>
</newsItem>`;
};

/** NewsML 1.2, one news item; without `words` it has no component, as when only the management changes. */
export const newsml1 = (parts: {
  readonly revision: number;
  readonly update?: 'N' | 'A';
  readonly status?: string;
  readonly management?: string;
  readonly words?: readonly string[];
}): string => {
  const words = parts.words ?? ['Half of the blossom in the valley was lost in one night, growers said on Thursday.'];
  const component = `<NewsComponent><NewsLines><HeadLine>Frost takes half of the blossom</HeadLine></NewsLines>
<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<ContentItem><DataContent><nitf><body><body.content>${paragraphs(words)}</body.content></body></nitf></DataContent></ContentItem></NewsComponent>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260305T101500Z</DateAndTime></NewsEnvelope><NewsItem xml:lang="en">
<Identification><NewsIdentifier><ProviderId>valleywire.example</ProviderId><DateId>20260305</DateId><NewsItemId>FROST-9</NewsItemId>
<RevisionId PreviousRevision="${parts.revision - 1}" Update="${parts.update ?? 'N'}">${parts.revision}</RevisionId>
<PublicIdentifier>urn:newsml:valleywire.example:20260305:FROST-9:${parts.revision}${parts.update ?? 'N'}</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260305T091000Z</FirstCreated>
<ThisRevisionCreated>20260305T${String(9 + parts.revision).padStart(2, '0')}1000Z</ThisRevisionCreated>
<Status FormalName="${parts.status ?? 'Usable'}"/>${parts.management ?? ''}</NewsManagement>
${words.length === 0 ? '' : component}</NewsItem></NewsML>`;
};

/** ANPA-1312 with its control characters; `number` is that of the transmission. */
export const anpa = ({ number }: { readonly number: string }): string =>
  [
    `\x16\x16\x01W${number}\x1f_asian`,
    'r i\x13\x11 BC-AV--Night-Train   03-05 0120',
    '\x02BC-AV--Night-Train,120<',
    '^Night train to run again after 30 years<',
    '^Associated Press=',
    '\tAVERLAND CITY (AP) _ The night train will run again from May, the railway said on Thursday.',
    '',
    '\t\x03AP-WF-03-05-26 0910GMT<',
    '',
    '\x04',
  ].join('\r\n');

/** A plain mail. */
export const mail = (subject: string, words: string): string =>
  `From: desk@npa.example\r\nTo: news@courier.example\r\nSubject: ${subject}\r\nDate: Thu, 05 Mar 2026 08:00:00 +0000\r\nMessage-ID: <kill-1@npa.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`;

/** ninjs 2 with a uri of an agency that gives every version a new one. */
export const ttNinjs = (id: string, more: Record<string, unknown> = {}): object => ({
  uri: `http://tt.example/media/text/${id}`,
  standard: { name: 'ninjs', version: '2.1' },
  type: 'text',
  version: '1',
  versionCreated: '2026-03-05T09:00:00Z',
  pubStatus: 'usable',
  language: 'en',
  headlines: [{ value: 'Sluice breaks at Lowmark' }],
  bodies: [{ contentType: 'text/html', value: '<p>The sluice at Lowmark broke on Thursday, the county said.</p>' }],
  ...more,
});

/** dpa digitalwires; `note` is its note about a correction. */
export const dpaJson = (
  parts: {
    readonly version?: number;
    readonly signal?: string;
    readonly note?: string;
    readonly headline?: string;
  } = {},
): object => ({
  format: 'digitalwires@0.9.1',
  type: 'composite',
  entry_id: 'e9',
  urn: 'urn:newsml:example.org:20260305:99-900',
  version_created: `2026-03-05T1${parts.version ?? 2}:00:00+01:00`,
  version: parts.version ?? 2,
  pubstatus: 'usable',
  signal: parts.signal ?? null,
  language: 'en',
  urgency: 4,
  headline: parts.headline ?? 'Ferry runs aground off Cape Lowell',
  dateline: 'Cape Lowell (nwd) - ',
  article_html:
    '<section class="main"><p>A ferry ran aground off Cape Lowell on Thursday, the coastguard said.</p><p>All people aboard are safe.</p></section>',
  creditline: 'nwd',
  ednotes:
    parts.note === undefined ? [] : [{ role: 'dpaednoterole:correction', ednote: parts.note, is_publishable: true }],
});
