import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { processorTime } from '../../../test/support/processor-time.ts';
import { findKillWords } from './kill-words.ts';

const orders = [
  'KILL KILL KILL',
  '\x07\x07\x07\x07\x07 KILL \x07 KILL \x07 KILL',
  'HOLD HOLD HOLD',
  'HOLD - HOLD - HOLD',
  'WITHHOLD WITHHOLD',
  'AV--Harbour-Fire, BULLETIN KILL',
  'A kill is mandatory.',
  'MANDATORY KILL',
  'KILL',
  '+++ WITHHOLD +++',
  'ELIMINATION: The picture of the harbour was not taken in Meridian.',
  'PHOTO ELIMINATION',
  'An elimination is mandatory',
  'Please kill item dpa 157 "Port reopens".',
  'EDITORS: withhold the story on the harbour',
  'Clients are asked to disregard the alert on the rate.',
  'Kill the story slugged AV--Harbour-Fire, W1701.',
  'Make certain the story is not used.',
  'Please do not use this story.',
  'ADVISORY-Averland rates STORY WITHDRAWN',
  'The story is wrong and is withdrawn. There will be no substitute story.',
  'Please be advised that the item headlined "Port reopens" is withdrawn.',
  'ACHTUNG: Bitte nicht verwenden',
  'Achtung Redaktionen, bitte die Meldung 157 nicht mehr verwenden',
  'Bitte verwenden Sie die dpa-Meldung 157 "Hafen offen" nicht',
  'Die Meldung 157 "Hafen offen" wird hiermit zurückgezogen.',
  'RÜCKZUG: Hafen offen',
  '(ZURÜCKGEZOGEN)',
  'ANNULATION',
  'ANNULATION: Le port rouvre',
  'Prière d’annuler notre dépêche sur le port',
  'Veuillez ne pas utiliser la dépêche 157',
  'ANULACIÓN: El puerto',
  'Se ruega no utilizar la noticia sobre el puerto',
  'Si prega di non utilizzare la notizia sul porto',
  'TREKKES TILBAKE',
];

const ordinary = [
  'The soldiers were ordered to kill.',
  'The soldiers were ordered to kill, kill and kill again, he said.',
  '“Hold, hold, hold,” she sang, and the crowd sang with her.',
  'Hold Hold Hold is the third song on the record.',
  'hold hold hold',
  'A mandatory kill switch is to be fitted to each ferry.',
  'Kill switch fitted to ferries',
  'Senators voted to kill the report.',
  'The minister was forced to withdraw the report.',
  'The paper refused to withdraw the article.',
  'Jurors were told to disregard the report.',
  'Do not use this item if the seal is broken, the maker said.',
  'Banks must withhold tax.',
  'The team faces elimination on Friday.',
  'The offer was withdrawn on Monday.',
  'The story has been withdrawn by the paper that printed it.',
  'To kill the story, the magazine paid the model, prosecutors said.',
  'Der Rückzug der Truppen begann am Montag.',
  'Die Studie wurde 2024 zurückgezogen.',
  'Die Gurken bitte nicht verwenden, riet das Amt.',
  'Der Antrag wird zurückgezogen.',
  'Annulation du festival de Meridian',
  'Les organisateurs ont annoncé l’annulation du vol.',
  'La anulación del contrato llega en mayo.',
  'Si prega di non utilizzare l’ascensore.',
  'Overkill, overhold and skill are words.',
];

describe('findKillWords', () => {
  it('finds each order', () => {
    assert.deepEqual(
      orders.filter((words) => findKillWords([words]) === undefined),
      [],
    );
  });

  it('finds an order below the first line, and says it without its bells', () => {
    assert.equal(findKillWords(['Harbour fire\n\x07\x07 KILL \x07 KILL \x07\n']), 'KILL KILL');
    assert.equal(findKillWords([undefined, 'Port\n\nRÜCKZUG\n\nDie Meldung ist falsch.']), 'RÜCKZUG');
  });

  it('takes no ordinary sentence for an order', () => {
    assert.deepEqual(
      ordinary.filter((words) => findKillWords([words]) !== undefined),
      [],
    );
  });

  it('is quick on long copy that almost orders something', () => {
    const nearly = [
      'KILLs ',
      'please be advised, ',
      'Meldung bitte ',
      '++++++++++',
      'merci de ne pas ',
      'achtung nicht ',
    ];
    const started = processorTime();
    assert.deepEqual(
      nearly.map((words) => findKillWords([words.repeat(40_000)])),
      nearly.map(() => undefined),
    );
    assert.ok(processorTime() - started < 1500);
  });
});
