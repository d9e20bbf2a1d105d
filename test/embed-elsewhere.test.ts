import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { framed, type Partner, startPartner } from './support/partner.ts';
import { runCopydesk } from './support/running.ts';

const WORDS =
  'I worked at that lighthouse for a summer, and nobody ever asked the keepers what they thought of the lamp.';
const TEXT = 'The last two keepers of the lighthouse leave on Friday.\n\nA lamp without people takes their place.';

describe('the discussion of a page that we do not hold', () => {
  let partner: Partner;
  let key = '';
  const page = (path: string) => `${partner.origin}${path}`;
  const copydesk = (...args: string[]) => runCopydesk(['embed', ...args], { env: partner.env });
  const put = (body: unknown, bearer = key) =>
    fetch(`${partner.server.address}/v1/pages`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  before(async () => {
    partner = await startPartner();
    const { stdout } = await runCopydesk(['key', 'add', 'cms', '--pages'], { env: partner.env });
    key = stdout.trim();
  });
  after(() => partner.close());

  it('is none before the page is registered, and says so in a line', async () => {
    const visit = await partner.open(page('/by-own-address'));
    await framed(visit).getByText('There is no discussion of this page').waitFor();
    await visit.waitForFunction("parseInt(document.querySelector('iframe').style.height) < 120");
    await visit.context().close();
  });

  it('is read and written on that page once its publisher has registered it, by the page’s own address', async () => {
    const added = await copydesk(
      'page',
      'add',
      `${page('/by-own-address')}#top`,
      '--headline',
      'Keepers leave the lighthouse',
    );
    assert.deepEqual([added.code, added.stdout], [0, 'keepers-leave-the-lighthouse  new\n']);
    const visit = await partner.open(page('/by-own-address'));
    const frame = framed(visit);
    await frame.locator('#comment-name').fill('Priya Sharma');
    await frame.locator('#comment-text').fill(WORDS);
    await frame.locator('button.send').click();
    await frame.locator('.comment-waiting').waitFor();
    assert.match(await frame.locator('.comment-waiting').innerText(), /Priya S[\s\S]*nobody ever asked/);
    await visit.context().close();
  });

  it('stands nowhere on our own site, whose address for it leads to that page', async () => {
    const at = (path: string) => fetch(`${partner.server.address}${path}`, { redirect: 'manual' });
    const own = await at('/story/keepers-leave-the-lighthouse');
    assert.deepEqual([own.status, own.headers.get('location')], [302, page('/by-own-address')]);
    const lists = await Promise.all(
      ['/', '/feed.atom', '/sitemap.xml', '/news-sitemap.xml', '/search?q=lighthouse'].map(async (path) =>
        (await at(path)).text(),
      ),
    );
    assert.deepEqual(
      lists.filter((list) => list.includes('keepers-leave')),
      [],
    );
    assert.equal((await at('/story/keepers-leave-the-lighthouse/making')).status, 404);
  });

  it('is registered by a publishing system with a key that was made for it', async () => {
    const first = await put({ url: page('/cms'), headline: 'A lamp without people', text: TEXT });
    assert.deepEqual(
      [first.status, await first.json()],
      [
        201,
        {
          url: page('/cms'),
          slug: 'a-lamp-without-people',
          outcome: 'new',
          frame: `${partner.server.address}/embed/a-lamp-without-people`,
        },
      ],
    );
    const again = await put({ url: page('/cms'), headline: 'A lamp without people', text: TEXT });
    assert.deepEqual([again.status, ((await again.json()) as { outcome: string }).outcome], [200, 'unchanged']);
    const gone = await fetch(`${partner.server.address}/v1/pages?url=${encodeURIComponent(page('/cms'))}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${key}` },
    });
    assert.equal(gone.status, 204);
    assert.equal((await fetch(`${partner.server.address}/embed/a-lamp-without-people`)).status, 404);
  });

  it('is refused without such a key, for an origin that was not chosen, and for what is no page', async () => {
    const { stdout } = await runCopydesk(['key', 'add', 'judge'], { env: partner.env });
    const good = { url: page('/x'), headline: 'A page' };
    const answers = await Promise.all([
      put(good, 'cda_made-up'),
      put(good, stdout.trim()),
      put({ ...good, url: 'https://evil.example/x' }),
      put({ ...good, url: 'javascript:alert(1)' }),
      put({ url: page('/x') }),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 403, 403, 400, 400],
    );
    const { code, stderr } = await copydesk('page', 'add', 'https://evil.example/x', '--headline', 'A page');
    assert.deepEqual([code, /may not show our discussions/.test(stderr)], [1, true]);
  });

  it('closes, opens and goes by a command', async () => {
    const url = page('/by-own-address');
    const form = async () =>
      (await (await fetch(`${partner.server.address}/embed/keepers-leave-the-lighthouse`)).text()).includes(
        'comment-form',
      );
    assert.equal(await form(), true);
    await copydesk('page', 'close', url);
    assert.equal(await form(), false);
    await copydesk('page', 'open', url);
    assert.equal(await form(), true);
    assert.equal((await copydesk('page', 'remove', url)).code, 0);
    assert.equal((await fetch(`${partner.server.address}/embed/keepers-leave-the-lighthouse`)).status, 404);
    assert.match((await copydesk('page', 'list')).stdout, /by-own-address {2}keepers-leave-the-lighthouse .* removed/);
  });
});
