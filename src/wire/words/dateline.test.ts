import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { processorTime } from '../../../test/support/processor-time.ts';
import { findDateline } from './dateline.ts';

const when = '2026-02-06T09:00:00Z';
const read = (paragraph: string) => {
  const found = findDateline([paragraph], undefined, when);
  return found && { ...found.dateline, agency: found.agency, rest: paragraph.slice(found.length) };
};

describe('findDateline', () => {
  it('reads AP’s place and agency, before a dash or an underscore', () => {
    assert.deepEqual(read('ROSCOE, South Dakota (AP) _ A farmer said.'), {
      text: 'ROSCOE, South Dakota (AP)',
      place: 'ROSCOE, South Dakota',
      agency: 'AP',
      rest: 'A farmer said.',
    });
    assert.deepEqual(read('NEW YORK (AP) — Stocks rose.'), {
      text: 'NEW YORK (AP)',
      place: 'NEW YORK',
      agency: 'AP',
      rest: 'Stocks rose.',
    });
  });

  it('reads Reuters’ with a city, without one, and the agency alone', () => {
    assert.deepEqual(read('LONDON, Jan 31 (Reuters) - Oil fell.'), {
      text: 'LONDON, Jan 31 (Reuters)',
      place: 'LONDON',
      date: '2026-01-31',
      agency: 'Reuters',
      rest: 'Oil fell.',
    });
    assert.deepEqual(read('Jan 3 (Reuters) - Oil fell.'), {
      text: 'Jan 3 (Reuters)',
      date: '2026-01-03',
      agency: 'Reuters',
      rest: 'Oil fell.',
    });
    assert.deepEqual(read('(Reuters) - Oil fell.'), { text: '(Reuters)', agency: 'Reuters', rest: 'Oil fell.' });
  });

  it('reads dpa’s with a regional desk and ATS’s with its partner', () => {
    assert.deepEqual(read('Berlin (dpa) - Die Bahn fährt.'), {
      text: 'Berlin (dpa)',
      place: 'Berlin',
      agency: 'dpa',
      rest: 'Die Bahn fährt.',
    });
    assert.deepEqual(read('Peine (dpa/lni) - Ein Zug hielt.'), {
      text: 'Peine (dpa/lni)',
      place: 'Peine',
      agency: 'dpa',
      rest: 'Ein Zug hielt.',
    });
    assert.deepEqual(read('Paris (ats afp) Le train part.'), {
      text: 'Paris (ats afp)',
      place: 'Paris',
      agency: 'ATS',
      rest: 'Le train part.',
    });
  });

  it('reads AFP’s with a year, in French, as a paragraph of its own, and in Arabic', () => {
    assert.deepEqual(read('STOCKHOLM, Aug 29, 2014 (AFP) - A ship sailed.'), {
      text: 'STOCKHOLM, Aug 29, 2014 (AFP)',
      place: 'STOCKHOLM',
      date: '2014-08-29',
      agency: 'AFP',
      rest: 'A ship sailed.',
    });
    assert.deepEqual(read('Strasbourg, 10 juil 2024 (AFP)'), {
      text: 'Strasbourg, 10 juil 2024 (AFP)',
      place: 'Strasbourg',
      date: '2024-07-10',
      agency: 'AFP',
      rest: '',
    });
    assert.deepEqual(read('مدريد (أ ف ب) - قال'), {
      text: 'مدريد (أ ف ب)',
      place: 'مدريد',
      agency: 'AFP',
      rest: 'قال',
    });
  });

  it('reads EFE’s, Kyodo’s and ANSA’s own forms', () => {
    assert.deepEqual(read('Tegucigalpa, Jan 2 (EFE).- The congress met.'), {
      text: 'Tegucigalpa, Jan 2 (EFE)',
      place: 'Tegucigalpa',
      date: '2026-01-02',
      agency: 'EFE',
      rest: 'The congress met.',
    });
    assert.deepEqual(read('SAITAMA, Japan, Dec. 9 Kyodo - A train ran.'), {
      text: 'SAITAMA, Japan, Dec. 9 Kyodo',
      place: 'SAITAMA, Japan',
      date: '2025-12-09',
      agency: 'Kyodo',
      rest: 'A train ran.',
    });
    assert.deepEqual(read('(ANSA) - ROMA, 1 LUG - Il treno parte.'), {
      text: '(ANSA) - ROMA, 1 LUG',
      place: 'ROMA',
      date: '2026-07-01',
      agency: 'ANSA',
      rest: 'Il treno parte.',
    });
  });

  it('reads PTI’s, ANI’s and IANS’s, with and without the space and the colon', () => {
    assert.deepEqual(read('New Delhi, Jul 14 (PTI) The court met.'), {
      text: 'New Delhi, Jul 14 (PTI)',
      place: 'New Delhi',
      date: '2026-07-14',
      agency: 'PTI',
      rest: 'The court met.',
    });
    assert.deepEqual(read('New Delhi, July 15(PTI) The court met.'), {
      text: 'New Delhi, July 15(PTI)',
      place: 'New Delhi',
      date: '2026-07-15',
      agency: 'PTI',
      rest: 'The court met.',
    });
    assert.deepEqual(read('New Delhi, Sep 21 (ANI): The court met.'), {
      text: 'New Delhi, Sep 21 (ANI)',
      place: 'New Delhi',
      date: '2025-09-21',
      agency: 'ANI',
      rest: 'The court met.',
    });
    assert.deepEqual(read('Amritsar (Punjab), Apr 13 (ANI): A fair opened.'), {
      text: 'Amritsar (Punjab), Apr 13 (ANI)',
      place: 'Amritsar (Punjab)',
      date: '2026-04-13',
      agency: 'ANI',
      rest: 'A fair opened.',
    });
    assert.deepEqual(read('Ranchi/Jalpaiguri, Sept 20,(ANI): A road opened.'), {
      text: 'Ranchi/Jalpaiguri, Sept 20,(ANI)',
      place: 'Ranchi/Jalpaiguri',
      date: '2025-09-20',
      agency: 'ANI',
      rest: 'A road opened.',
    });
    assert.deepEqual(read('Mumbai, Feb 5 (IANS) The bridge opened.'), {
      text: 'Mumbai, Feb 5 (IANS)',
      place: 'Mumbai',
      date: '2026-02-05',
      agency: 'IANS',
      rest: 'The bridge opened.',
    });
  });

  it('reads those of results and press releases', () => {
    assert.deepEqual(read('Jan 30 (Gracenote) - Results from the league.'), {
      text: 'Jan 30 (Gracenote)',
      date: '2026-01-30',
      agency: 'Gracenote',
      rest: 'Results from the league.',
    });
    assert.deepEqual(read('MARLBOROUGH, Mass.--(BUSINESS WIRE)--Dec 5, 2024-- Acme opened a plant.'), {
      text: 'MARLBOROUGH, Mass.--(BUSINESS WIRE)--Dec 5, 2024',
      place: 'MARLBOROUGH, Mass.',
      date: '2024-12-05',
      agency: 'Business Wire',
      rest: 'Acme opened a plant.',
    });
    assert.deepEqual(read('TORONTO, June 09, 2020 (GLOBE NEWSWIRE) -- Acme opened a plant.'), {
      text: 'TORONTO, June 09, 2020 (GLOBE NEWSWIRE)',
      place: 'TORONTO',
      date: '2020-06-09',
      agency: 'GlobeNewswire',
      rest: 'Acme opened a plant.',
    });
    assert.deepEqual(read('LONDON, Feb. 1, 2017 /PRNewswire/ -- Acme opened a plant.'), {
      text: 'LONDON, Feb. 1, 2017 /PRNewswire/',
      place: 'LONDON',
      date: '2017-02-01',
      agency: 'PR Newswire',
      rest: 'Acme opened a plant.',
    });
  });

  it('reads a broadcaster’s that touches the first word', () => {
    assert.deepEqual(read('Tripoli, Libya (CNN)The port opened.'), {
      text: 'Tripoli, Libya (CNN)',
      place: 'Tripoli, Libya',
      agency: 'CNN',
      rest: 'The port opened.',
    });
    assert.deepEqual(read('(CNN)The port opened.'), { text: '(CNN)', agency: 'CNN', rest: 'The port opened.' });
  });

  it('reads a bare place and day that is a paragraph of its own', () => {
    assert.deepEqual(read('Washington DC, February 5'), {
      text: 'Washington DC, February 5',
      place: 'Washington DC',
      date: '2026-02-05',
      agency: undefined,
      rest: '',
    });
  });

  it('reads an agency that it does not know where capitals, a day, a dash and a sentence leave no doubt', () => {
    assert.equal(read('HARBOUR CITY (NNW) — The council met.')?.text, 'HARBOUR CITY (NNW)');
    assert.equal(read('Port Meridian, March 2 (Northwire) - A fire burnt.')?.agency, 'Northwire');
    assert.equal(read('HAVENBROOK, Averland, March 3 /NORTHWIRE/ -- A yard opened.')?.agency, 'NORTHWIRE');
    assert.equal(read('KANSAS CITY, Feb 26 - The service said.')?.place, 'KANSAS CITY');
    assert.equal(read('Toronto, April 7 - The service said.')?.place, 'Toronto');
    assert.equal(read('THE HAGUE, April 9 - The court said.')?.place, 'THE HAGUE');
  });

  it('reads spaces and commas wherever typists leave them', () => {
    const odd = [
      'Ranchi , Sept 20 ,(ANI) : A road.',
      'Ranchi (Jharkhand) [India] , Sept 20 (ANI) : A road.',
      'Ranchi, Sept 20,(ANI): A road.',
    ];
    assert.deepEqual(
      odd.map((line) => [read(line)?.agency, read(line)?.date, read(line)?.rest]),
      odd.map(() => ['ANI', '2025-09-20', 'A road.']),
    );
  });

  it('reads the forms of Belgium, Denmark, Italy, Poland, Australia and Cairo', () => {
    assert.equal(read('BRUSSEL 2/3 (BELGA) = De trein.')?.text, 'BRUSSEL 2/3 (BELGA)');
    assert.equal(read('BRUSSEL 2 MRT (BELGA) - De trein.')?.date, '2026-03-02');
    assert.equal(read('København /ritzau/ Et tog kom.')?.agency, 'Ritzau');
    assert.equal(read('ANSA - ROMA, 1 LUG - Il treno.')?.place, 'ROMA');
    assert.equal(read('WARSZAWA, 2 marca (PAP) - Zug.')?.date, '2026-03-02');
    assert.equal(read('SYDNEY, AAP - A train came.')?.agency, 'AAP');
    assert.equal(read('القاهرة (ا ف ب) - قال')?.agency, 'AFP');
    assert.equal(
      read('MARLBOROUGH, Mass. & LONDON--(BUSINESS WIRE)--Acme opened.')?.place,
      'MARLBOROUGH, Mass. & LONDON',
    );
  });

  it('still reads a month after many lines', () => {
    const days = Array.from({ length: 300 }, () => read('Tel Aviv, 2 March (UPI) -- The train.')?.date);
    assert.deepEqual(new Set(days), new Set(['2026-03-02']));
  });

  it('finds none where there is none', () => {
    assert.equal(read('On Monday, the council met.'), null);
    assert.equal(read('On Monday, May 5, the council met.'), null);
    assert.equal(read('LONDON - a city of nine million - woke to rain.'), null);
    assert.equal(read('Prime Minister Ravi Nair (BLP) - the youngest ever - resigned.'), null);
    assert.equal(read('Tesla (TSLA) - The shares rose.'), null);
    assert.equal(read('The bank (AP) - said no.'), null);
    assert.equal(read('John Smith (AP) said no.'), null);
    assert.equal(read('In Paris, May 5 (AP) - the crowds came.'), null);
    assert.equal(read('Yesterday, May 5: we met.'), null);
    assert.equal(read('Anna Berg, CNN - The anchor resigned.'), null);
    assert.equal(read('Either /or/ neither.'), null);
    assert.equal(read('HARBOUR CITY, Route 66 (AP) - A road opened.'), null);
  });

  it('passes a headline, a note and a byline, but not the story, to find one', () => {
    const found = findDateline(
      ['Rain at last', '(Corrects spelling)', 'By Jo Park', 'OSLO (AP) — Rain fell.'],
      'Rain at last',
    );
    assert.equal(found?.index, 3);
    assert.equal(findDateline(['It rained all day and all night. '.repeat(30), 'OSLO (AP) — Rain fell.']), null);
  });

  it('leaves the year out when nothing tells it, and takes the nearest when something does', () => {
    assert.equal(findDateline(['Washington DC, February 5'])?.dateline.date, undefined);
    assert.equal(
      findDateline(['OSLO, Dec 31 (AP) — x'], undefined, '2026-01-01T01:00:00Z')?.dateline.date,
      '2025-12-31',
    );
  });

  it('takes linear time on any opening', () => {
    const openings = ['A ', 'A-', 'A.', 'Aa, ', 'A de la ', 'A (A A) ', 'Mar 1 '].map((part) => part.repeat(3000));
    const started = processorTime();
    assert.deepEqual(
      openings.map((opening) => findDateline([opening])),
      openings.map(() => null),
    );
    assert.ok(processorTime() - started < 500);
  });

  it('never cuts past the paragraph', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 }), (paragraphs) => {
        const found = findDateline(paragraphs);
        return found === null || found.length <= (paragraphs[found.index] ?? '').length;
      }),
    );
  });
});
