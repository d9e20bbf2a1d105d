import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oncePer } from './once-per.ts';

describe('oncePer', () => {
  it('works out its answer once for each object, also where that is nothing', () => {
    const asked: string[] = [];
    const capitalOf = oncePer((country: { readonly name: string }) => {
      asked.push(country.name);
      return country.name === 'Meridia' ? 'Aldport' : undefined;
    });
    const [meridia, westmark] = [{ name: 'Meridia' }, { name: 'Westmark' }];
    assert.deepEqual([meridia, westmark, meridia, westmark, { name: 'Meridia' }].map(capitalOf), [
      ...['Aldport', undefined, 'Aldport', undefined, 'Aldport'],
    ]);
    assert.deepEqual(asked, ['Meridia', 'Westmark', 'Meridia']);
  });
});
