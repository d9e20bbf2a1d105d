/** One story as an agency mails it; written for the tests. */
export const HARBOUR_STORY = `Harbour bridge to close for eleven weeks for repairs, council says

PORT ELDON, March 2 (NPA) - The swing bridge over Eldon harbour will close to all traffic for eleven weeks from 6 April while engineers replace its worn bearings, the town council said on Monday.

"We would rather close it for eleven weeks than lose it for good," council leader Maren Oduya told reporters at the town hall. "The inspection left us no choice."

The council has set aside £4.2 million for the work, of which the regional government will pay half, according to the council's treasurer, Idris Vale.

Buses will be diverted over the Mill Lane crossing, and a free passenger ferry will run every twenty minutes between 6 a.m. and 11 p.m.

Traders on the west bank said they feared for their trade. "Eleven weeks without passing customers is a whole season for us," said Petra Lindqvist, who runs a bakery beside the bridge.

Oduya denied that the council had ignored earlier warnings, and said a report on the bridge's condition would be published on Friday.

The bridge, built in 1931, carries about 9,000 vehicles a day.

- NPA
`;

/** The same kind of story in ninjs 2.1, for versions, embargoes and kills. */
export const ninjs = (more: Record<string, unknown> = {}): object => ({
  uri: 'urn:newsml:npa.example:20260302:quarry',
  standard: { name: 'ninjs', version: '2.1' },
  type: 'text',
  version: '1',
  versionCreated: '2026-03-02T08:00:00Z',
  firstCreated: '2026-03-02T08:00:00Z',
  pubStatus: 'usable',
  language: 'en',
  headlines: [{ value: 'Quarry plan for Hallow Hill rejected by planners' }],
  infoSources: [{ name: 'NPA' }],
  bodies: [
    {
      contentType: 'text/html',
      value:
        '<p>HALLOW, March 2 (NPA) - Planners rejected a plan for a granite quarry on Hallow Hill on Monday after three years of hearings.</p>' +
        '<p>The planning board voted seven to two against the plan, which would have created 120 jobs.</p>' +
        '<p>"The hill is worth more to this valley standing than it is crushed," board chair Sunniva Achterberg said after the vote.</p>' +
        '<p>The company, Brandt Aggregates, said it would appeal within 28 days.</p>',
    },
  ],
  ...more,
});
