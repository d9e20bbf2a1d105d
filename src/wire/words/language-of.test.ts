import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageOf } from './language-of.ts';

const sentences: readonly (readonly [string, string])[] = [
  ['en', 'The first night train in 30 years has left the city with 212 people on board, the railway said.'],
  ['de', 'Der erste Nachtzug seit 30 Jahren ist am Montag mit 212 Fahrgästen für das Küstenland abgefahren.'],
  ['fr', 'Le premier train de nuit est parti lundi avec 212 passagers pour la côte, a indiqué la compagnie.'],
  ['es', 'El primer tren nocturno salió el lunes con 212 pasajeros para la costa, según la compañía y el puerto.'],
  ['it', 'Il primo treno notturno è partito lunedì con 212 passeggeri per la costa, ha detto la società del porto.'],
  ['nl', 'De eerste nachttrein is op maandag met 212 reizigers naar het zuiden vertrokken, zei het bedrijf.'],
  ['sv', 'Det första nattåget har lämnat staden med 212 personer och är på väg till kusten, säger bolaget.'],
];

describe('languageOf', () => {
  it('tells the languages of wires by their small words', () => {
    assert.deepEqual(
      sentences.map(([, text]) => languageOf(text)),
      sentences.map(([language]) => language),
    );
  });

  it('says nothing of lists, names and a few words', () => {
    assert.equal(languageOf('Gulls 3, Terns 1'), undefined);
    assert.equal(
      languageOf('Light Am Bay, Duke of York, Die Gull, Al Fort, La Perla, Big Ben, Roi Or, Tall Man '.repeat(9)),
      undefined,
    );
    assert.equal(languageOf(''), undefined);
  });
});
