import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readRespectModel } from '../../src/moderate/respectful/respect-model.ts';
import { measureBias } from './measure-bias.ts';
import { measureFunctional } from './measure-functional.ts';

const place = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const model = readRespectModel(readFileSync(place('../../models/respect/weights.bin')));

describe('the model that ships', () => {
  it('calls no group’s ordinary sentences disrespectful more often than another’s', () => {
    const { falsePositives, caught, auc } = measureBias(place('../bias'), model);
    assert.ok(falsePositives.most.value - falsePositives.least.value < 0.1);
    assert.ok(falsePositives.all < 0.05 && caught.all > 0.9 && auc.worst.value > 0.9);
  });

  it('goes by what is done with words more than by the words', () => {
    const { cases, auc } = measureFunctional(place('../functional/cases.txt'), model);
    assert.ok(cases > 90 && auc > 0.9, `${cases} ${auc}`);
  });
});
