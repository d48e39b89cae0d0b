import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** What the employer pays to the holiday fund instead of holiday pay: a part each quarter, the rest invoiced in spring. */
export const holidayContribution = scheme({
  id: 'be.holiday-contribution',
  localName: 'Vakantiebijdrage / Cotisation de vacances annuelles',
  law: act('Acts on annual holidays coordinated on 28 June 1971', 'art. 18'),
  words: {
    en: 'Holiday fund contribution, each quarter',
    fr: 'Cotisation vacances annuelles, trimestrielle',
    nl: 'Vakantiebijdrage, per kwartaal',
    sv: 'Avgift till semesterkassan, per kvartal',
    de: 'Urlaubskassenbeitrag, vierteljährlich',
  },
  wordsYearly: {
    en: 'Holiday fund contribution, set aside for the spring invoice',
    fr: 'Cotisation vacances annuelles, provision pour l’avis du printemps',
    nl: 'Vakantiebijdrage, voorziening voor het jaarlijkse debetbericht',
    sv: 'Avgift till semesterkassan, avsatt för vårens faktura',
    de: 'Urlaubskassenbeitrag, Rückstellung für die Frühjahrsrechnung',
  },
  workerQuarterly: dated('be.holiday-contribution.worker-quarterly', [
    '2018-01-01',
    percent('5.57'),
    'social secretariats, 2019',
    'secondary',
  ]),
  workerYearly: dated('be.holiday-contribution.worker-yearly', [
    '2018-01-01',
    percent('10.27'),
    'social secretariats, yearly pay at 108 %',
    'secondary',
  ]),
  artistQuarterly: dated('be.holiday-contribution.artist-quarterly', [
    '2018-01-01',
    percent('5.57'),
    'the rate of manual workers; that artists are covered is from memory',
    'to-confirm',
  ]),
  artistYearly: dated('be.holiday-contribution.artist-yearly', [
    '2018-01-01',
    percent('10.27'),
    'the rate of manual workers; that artists are covered is from memory',
    'to-confirm',
  ]),
});
