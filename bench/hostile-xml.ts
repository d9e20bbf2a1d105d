import { fill, MiB, paragraph as para, type Shapes } from './hostile-text.ts';

const p1 = (s: string) =>
  `<?xml version="1.0"?><nitf><head><title>T</title></head><body><body.head><hedline><hl1>Harbour opens</hl1></hedline></body.head><body.content>${s}</body.content></body></nitf>`;
const n12 = (s: string) =>
  `<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>npa.example</ProviderId><DateId>20260302</DateId><NewsItemId>A1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:npa.example:20260302:A1:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260302T120000Z</FirstCreated><ThisRevisionCreated>20260302T120000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>${s}</NewsItem></NewsML>`;
const comp = (s: string) =>
  `<NewsComponent><NewsLines><HeadLine>Harbour opens</HeadLine></NewsLines>${s}</NewsComponent>`;
const ci = (s: string) => `<ContentItem><DataContent>${s}</DataContent></ContentItem>`;
const g2 = (s: string) =>
  `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-03-02T12:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Harbour opens</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${s}</body></html></inlineXML></contentSet></newsItem>`;
const g2msg = (n: string) =>
  `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${n}</itemSet></newsMessage>`;
const g2small =
  '<newsItem guid="urn:a" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>H</headline></contentMeta></newsItem>';
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title><link>https://a.example/</link>${items}</channel></rss>`;
const story = (n: number, body: string) =>
  `<newsItem guid="urn:${n}" version="1"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>Harbour ${n}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${body}</body></html></inlineXML></contentSet></newsItem>`;
const stories = (body: string) =>
  g2msg(
    Array.from({ length: Math.floor((8 * MiB - 4000) / (Buffer.byteLength(body) + 280)) }, (_, n) =>
      story(n, body),
    ).join(''),
  );

/** XML with too much of one thing, and with almost too much. */
export const xmlShapes: Shapes = {
  'nitf: paragraphs': () => p1(fill(`<p>${para}</p>`)),
  'nitf: 500,000 paragraphs': () => p1('<p>a b</p>'.repeat(500_000)),
  'nitf: 1 M paragraphs': () => p1(fill('<p>a</p>')),
  'nitf: empty p': () => p1(fill('<p/>')),
  'nitf: media': () =>
    p1(fill('<media media-type="image"><media-reference source="a.jpg"/><media-caption>c</media-caption></media>')),
  'nitf: small media': () => p1(fill('<media/>')),
  'nitf: metas': () => p1('<p>x</p>').replace('<title>T</title>', fill('<meta name="a" content="b"/>')),
  'nitf: keywords': () =>
    p1('<p>x</p>').replace('<title>T</title>', `<docdata><key-list>${fill('<keyword key="a"/>')}</key-list></docdata>`),
  'nitf: inline': () => p1(`<p>${fill('<em>a</em> ')}</p>`),
  'nitf: table': () => p1(`<table>${fill('<tr><td>a</td></tr>')}</table>`),
  'nitf: one p': () => p1(`<p>${fill('word and ')}</p>`),
  'nitf: deep': () => p1(fill('<block>', 4 * MiB)),
  'nitf: entities': () => p1(`<p>${fill('&amp;')}</p>`),
  'nitf: attrs': () => p1(`<p ${Array.from({ length: 500_000 }, (_, i) => `a${i}="b"`).join(' ')}>x</p>`),
  'nitf: mixed text': () => p1(fill('a<br/>')),
  'newsml1: components': () => n12(comp(fill(comp(ci('<p>a</p>'))))),
  'newsml1: siblings': () => n12(fill(comp(ci('<p>a</p>')))),
  'newsml1: empty comps': () => n12(comp(fill('<NewsComponent/>'))),
  'newsml1: nested comps': () => n12(fill('<NewsComponent>', 4 * MiB)),
  'newsml1: items': () =>
    `<?xml version="1.0"?><NewsML>${fill(n12(comp(ci('<p>a</p>'))).replace(/^.*?<NewsML>|<\/NewsML>$/g, ''))}</NewsML>`,
  'newsml1: tiny items': () => `<?xml version="1.0"?><NewsML>${fill('<NewsItem/>')}</NewsML>`,
  'newsml1: small items': () =>
    `<?xml version="1.0"?><NewsML>${fill('<NewsItem><NewsComponent><ContentItem><DataContent>a</DataContent></ContentItem></NewsComponent></NewsItem>')}</NewsML>`,
  'newsml1: paragraphs': () => n12(comp(ci(fill('<p>a b</p>')))),
  'newsml1: cdata': () => n12(comp(ci(`<![CDATA[${fill('<p>a b</p>')}]]>`))),
  'newsml1: headlines': () =>
    n12(`<NewsComponent><NewsLines>${fill('<HeadLine>a b</HeadLine>')}</NewsLines>${ci('<p>x</p>')}</NewsComponent>`),
  'newsml1: newslines': () =>
    n12(
      `<NewsComponent><NewsLines>${fill('<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>a</NewsLineText></NewsLine>')}</NewsLines>${ci('<p>x</p>')}</NewsComponent>`,
    ),
  'newsml1: subjects': () =>
    n12(
      `<NewsComponent><DescriptiveMetadata>${fill('<SubjectCode><Subject FormalName="1"/></SubjectCode>')}</DescriptiveMetadata>${ci('<p>x</p>')}</NewsComponent>`,
    ),
  'newsml1: locations': () =>
    n12(
      `<NewsComponent><DescriptiveMetadata>${fill('<Location><Property FormalName="City" Value="a"/></Location>')}</DescriptiveMetadata>${ci('<p>x</p>')}</NewsComponent>`,
    ),
  'newsml1: content items': () => n12(comp(fill('<ContentItem Href="a"/>'))),
  'newsml1: pictures': () =>
    n12(
      comp(
        ci('<p>a</p>') +
          fill(
            '<NewsComponent><Role FormalName="Photo"/><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>',
          ),
      ),
    ),
  'newsml1: instructions': () =>
    n12(comp(ci('<p>a</p>'))).replace(
      '</NewsManagement>',
      `${fill('<Instruction FormalName="a"><RevisionStatus><Status FormalName="Canceled"/></RevisionStatus></Instruction>')}</NewsManagement>`,
    ),
  'newsml1: derived': () =>
    n12(comp(ci('<p>a</p>'))).replace(
      '</NewsManagement>',
      `${fill('<DerivedFrom NewsItem="urn:a"/>')}</NewsManagement>`,
    ),
  'newsml1: plain text': () => n12(comp(ci(fill('a b\n')))),
  'newsml1: catalogs': () =>
    n12(comp(ci('<p>a</p>'))).replace(
      '<NewsItem>',
      `${fill('<Catalog><Resource><Urn>a</Urn></Resource></Catalog>')}<NewsItem>`,
    ),
  'newsml1: basis': () => n12(comp(fill('<BasisForChoice/>') + ci('<p>a</p>'))),
  'g2: paragraphs': () => g2(fill('<p>a b</p>')),
  'g2: long paragraphs': () => g2(fill(`<p>${para}</p>`)),
  'g2: items': () => g2msg(fill(g2small)),
  'g2: tiny items': () => g2msg(fill('<newsItem/>')),
  'g2: subjects': () =>
    g2('<p>x</p>').replace(
      '</contentMeta>',
      `${fill('<subject qcode="medtop:1"><name>a</name></subject>')}</contentMeta>`,
    ),
  'g2: links': () => g2('<p>x</p>').replace('</itemMeta>', `${fill('<link rel="a" residref="b"/>')}</itemMeta>`),
  'g2: headlines': () => g2('<p>x</p>').replace('</contentMeta>', `${fill('<headline>a</headline>')}</contentMeta>`),
  'g2: remotes': () => g2('<p>x</p>').replace('</contentSet>', `${fill('<remoteContent href="a"/>')}</contentSet>`),
  'g2: table': () => g2(`<table>${fill('<tr><td>a</td></tr>')}</table>`),
  'g2: list': () => g2(`<ul>${fill('<li>a</li>')}</ul>`),
  'g2: inline': () => g2(`<p>${fill('<b>a</b> ')}</p>`),
  'g2: ednotes': () => g2('<p>x</p>').replace('</itemMeta>', `${fill('<edNote>a</edNote>')}</itemMeta>`),
  'rss: items': () => rss(fill('<item><title>a</title><guid>b</guid></item>')),
  'rss: tiny items': () => rss(fill('<item/>')),
  'rss: distinct items': () =>
    rss(
      Array.from(
        { length: 100_000 },
        (_, i) => `<item><title>Story ${i}</title><guid>g${i}</guid><description>a</description></item>`,
      ).join(''),
    ),
  'rss: one item, html': () =>
    rss(`<item><title>a</title><description><![CDATA[${fill('<p>a b</p>')}]]></description></item>`),
  'rss: one item, categories': () => rss(`<item><title>a</title>${fill('<category>a</category>')}</item>`),
  'rss: media': () => rss(`<item><title>a</title>${fill('<media:content url="a"/>')}</item>`),
  'rss: broken': () => rss(fill('<item><title>a & b < c</title></item>')),
  'atom: entries': () =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>${fill('<entry><id>a</id><title>b</title></entry>')}</feed>`,
  'xml: open tags': () => `<nitf>${fill('<a>')}`,
  'xml: lt': () => `<nitf>${fill('<')}`,
  'xml: amp': () => `<nitf><body>${fill('&')}</body></nitf>`,
  'xml: comments': () => `<nitf>${fill('<!---->')}</nitf>`,
  'xml: doctype': () => `<!DOCTYPE nitf [${fill('<!ENTITY a "b">')}]><nitf/>`,
  'xml: cdata': () => `<nitf><body><body.content><p>${fill('<![CDATA[a]]>')}</p></body.content></body></nitf>`,
  'xml: distinct names': () => `<nitf>${Array.from({ length: 400_000 }, (_, i) => `<a${i}/>`).join('')}</nitf>`,
  'xml: namespaces': () =>
    `<nitf>${Array.from({ length: 150_000 }, (_, i) => `<a xmlns:b${i}="c${i}"/>`).join('')}</nitf>`,
  'g2: stories of 16 KB': () => stories(`<p>${para}</p>`.repeat(140)),
  'g2: stories of 100 KB': () => stories(`<p>${para}</p>`.repeat(900)),
  'g2: stories, embargo lines': () =>
    stories(`<p>Embargoes until further notice were seen on this street, they said</p>`.repeat(200)),
  'g2: stories, short lines': () => stories(`<p>Hold it and kill time for now</p>`.repeat(200)),
  'g2: stories, kill words': () =>
    stories(`<p>please kill the HOLD HOL kill kill editors, clients must</p>`.repeat(200)),
  'g2: stories, capitals': () => stories(`<p>PORT ELDON (NPA) A B C D E F G H</p>`.repeat(200)),
  'g2: stories, dates': () => stories(`<p>PORT ELDON, March 2 2026 12:00 GMT 12.30 Monday</p>`.repeat(200)),
  'nitf: 190,000 paragraphs': () => p1('<p>a b</p>'.repeat(199_000)),
  'nitf: 190,000 marks': () => p1(`<p>${'<em>a b</em> '.repeat(199_000)}</p>`),
  'nitf: 199,000 cells': () => p1(`<table>${'<tr><td>a b</td></tr>'.repeat(99_000)}</table>`),
  'nitf: 400,000 lt': () => `<nitf>${'<'.repeat(399_000)}${'x y '.repeat(1_900_000)}`,
  'nitf: 400,000 amp': () => `<nitf><body>${'&'.repeat(399_000)}${'x y '.repeat(1_900_000)}</body></nitf>`,
  'nitf: 399,000 open': () => `<nitf>${'<a>'.repeat(399_000)}`,
  'nitf: 399,000 media': () => p1('<media/>'.repeat(199_000) + '<media>'.repeat(100_000)),
  'rss: 19,000 items': () =>
    rss(
      Array.from(
        { length: 19_000 },
        (_, i) =>
          `<item><title>Story ${i} of the harbour</title><guid>g${i}</guid><link>https://a.example/${i}</link><description>${para}</description></item>`,
      ).join(''),
    ),
  'rss: 60,000 items': () =>
    rss(Array.from({ length: 60_000 }, (_, i) => `<item><title>Story ${i}</title><guid>g${i}</guid></item>`).join('')),
  'rss: 190,000 tiny': () => rss('<item/>'.repeat(390_000)),
  'rss: 390,000 media': () => rss(`<item><title>a</title>${'<media:content url="a"/>'.repeat(340_000)}</item>`),
  'rss: 399,000 p': () =>
    rss(`<item><title>a</title><description><![CDATA[${'<p>a b</p>'.repeat(190_000)}]]></description></item>`),
  'rss: same guid': () =>
    rss(
      Array.from(
        { length: 19_000 },
        (_, i) =>
          `<item><title>Story ${i} of the harbour</title><guid>g</guid><link>https://a.example/${i}</link></item>`,
      ).join(''),
    ),
  'rss: 390,000 amp': () =>
    rss(`<item><title>a</title><description>${'&lt;p>a&amp;b'.repeat(190_000)}</description></item>`),
  'newsml1: plain text, 490,000 lines': () => n12(comp(ci('harbour opens\n'.repeat(490_000)))),
  'newsml1: 4900 items': () =>
    `<?xml version="1.0"?><NewsML>${n12(comp(ci(`<p>${para}</p><p>${para}</p><p>${para}</p>`)))
      .replace(/^.*?<NewsML>|<\/NewsML>$/g, '')
      .repeat(4900)}</NewsML>`,
  'newsml1: 4900 siblings': () => n12(comp(ci(`<p>${para}</p>`.repeat(9))).repeat(4900)),
  'newsml1: 390,000 headlines': () =>
    n12(
      `<NewsComponent><NewsLines>${'<HeadLine>a b</HeadLine>'.repeat(190_000)}</NewsLines>${ci('<p>x</p>')}</NewsComponent>`,
    ),
  'rss: 9,900 items': () =>
    rss(
      Array.from(
        { length: 9_900 },
        (_, i) =>
          `<item><title>Story ${i} of the harbour</title><guid>g${i}</guid><link>https://a.example/${i}</link><description>${para.repeat(4)}</description></item>`,
      ).join(''),
    ),
  'rss: 119,000 media': () =>
    rss(
      `<item><title>a</title>${'<media:content url="https://a.example/b.jpg" type="image/jpeg"/>'.repeat(119_000)}</item>`,
    ),
  'nitf: 149,000 paragraphs': () => p1(`<p>a b ${'c d '.repeat(9)}</p>`.repeat(149_000)),
  'nitf: 149,000 marks': () => p1(`<p>${'<em>a b</em> '.repeat(149_000)}</p>`),
  'nitf: 290,000 attrs': () => p1(`<p ${Array.from({ length: 290_000 }, (_, i) => `a${i}="b"`).join(' ')}>x</p>`),
  'nitf: 299,000 lt': () => `<nitf>${'<'.repeat(299_000)}${'x y '.repeat(1_900_000)}`,
  'newsml1: 290,000': () =>
    n12(
      `<NewsComponent><NewsLines>${'<HeadLine>a b</HeadLine>'.repeat(145_000)}</NewsLines>${ci('<p>x</p>')}</NewsComponent>`,
    ),
};
