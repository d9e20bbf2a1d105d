import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { skeletonOf } from './skeleton.ts';

describe('two names look alike', () => {
  const pairs = [
    ['Anna Berg', 'Аnnа Веrg'],
    ['Anna Berg', 'Αnna Βerg'],
    ['Ian Miller', 'lan Mi11er'],
    ['Tom Barnes', 'Tom Bames'],
    ['Olivia Moore', '0livia M00re'],
    ['José Núñez', 'Jose Nunez'],
    ['Walter Wood', 'VValter Wood'],
    ['Maren Oduya', 'MAREN  ODUYA'],
    ['Maren Oduya', 'Maren O\u200bduya'],
    ['Maren Oduya', 'Mаrеn Оduуа'],
    ['Cara Scott', 'Ⲥara Scott'.replace('Ⲥ', 'С')],
    ['Anna Berg', 'ᴀɴɴᴀ ʙᴇʀɢ'],
    ['Anna Berg', 'Ａｎｎａ Ｂｅｒｇ'],
    ['Anna Berg', '𝐀𝐧𝐧𝐚 𝐁𝐞𝐫𝐠'],
  ] as const;
  for (const [one, other] of pairs)
    it(`as “${one}” and “${other}” do`, () => assert.equal(skeletonOf(other), skeletonOf(one)));
});

describe('two names do not look alike', () => {
  const pairs = [
    ['Anna Berg', 'Anne Berg'],
    ['Priya Sharma', 'Priya Singh'],
    ['Иван Петров', 'Иван Павлов'],
    ['김민수', '김민서'],
    ['अनिता शर्मा', 'सुनीता शर्मा'],
    ['Tom Hale', 'Tim Hale'],
  ] as const;
  for (const [one, other] of pairs)
    it(`such as “${one}” and “${other}”`, () => assert.notEqual(skeletonOf(other), skeletonOf(one)));
});
