import {
  type Confidence,
  type CountryCode,
  type Dated,
  type Money,
  type Rate,
  country,
  dated,
  money,
  percent,
} from '@passerelle/values';
import type { Words } from '../words.js';

/** What a host takes from visiting performers. Rates are of the gross unless the words say otherwise. */
export interface PerformerTax {
  /** Null where nothing is taken from residents of treaty states. */
  readonly rate: Rate | null;
  /** For people resident outside the Union and the EEA, where the host makes a difference. */
  readonly rateOutside: Rate | null;
  readonly flatDeduction: Rate | null;
  /** Nothing is taken from a performance paid up to this amount. */
  readonly freeUpTo: Money | null;
  readonly withheldBy: 'organiser' | 'payer' | 'nobody';
  readonly words: Words;
}

const from = (
  state: string,
  first: string,
  tax: Pick<PerformerTax, 'rate' | 'withheldBy' | 'words'> & Partial<PerformerTax>,
  source: string,
  confidence: Confidence,
): readonly [CountryCode, Dated<PerformerTax>] => [
  country(state),
  dated<PerformerTax>(`coordination.tax.performers.${state.toLowerCase()}`, [
    first,
    { rateOutside: null, flatDeduction: null, freeUpTo: null, ...tax },
    source,
    confidence,
  ]),
];

/** Each host's tax on visiting performers through time. */
export const performerTaxes: ReadonlyMap<CountryCode, Dated<PerformerTax>> = new Map([
  from(
    'BE',
    '2026-01-01',
    {
      rate: percent('18'),
      withheldBy: 'organiser',
      words: {
        en: 'Belgium: 18 %, final, withheld by the organiser, after a flat deduction per day (400 EUR, then 100 EUR, at most ten days).',
        fr: 'Belgique : 18 %, libératoire, retenu par l’organisateur, après un forfait par jour (400 EUR, puis 100 EUR, dix jours au plus).',
        nl: 'België: 18 %, bevrijdend, ingehouden door de organisator, na een forfait per dag (400 EUR, dan 100 EUR, hoogstens tien dagen).',
        sv: 'Belgien: 18 %, slutlig, innehålls av arrangören, efter ett schablonavdrag per dag (400 EUR, sedan 100 EUR, högst tio dagar).',
        de: 'Belgien: 18 %, abgeltend, vom Veranstalter einbehalten, nach Pauschale je Tag (400 EUR, dann 100 EUR, höchstens zehn Tage).',
      },
    },
    'Withholding tax on foreign artists, tiberghien.com; the flat deduction is from memory',
    'secondary',
  ),
  from(
    'FR',
    '2026-01-01',
    {
      rate: percent('15'),
      flatDeduction: percent('10'),
      withheldBy: 'payer',
      words: {
        en: 'France: 15 % after a flat deduction of 10 %, withheld by the French payer, on wages and on fees paid to companies.',
        fr: 'France : 15 % après un abattement de 10 %, retenu par le payeur français, sur salaires et cachets versés à des sociétés.',
        nl: 'Frankrijk: 15 % na een forfaitaire aftrek van 10 %, ingehouden door de Franse betaler, op lonen en op betalingen aan vennootschappen.',
        sv: 'Frankrike: 15 % efter schablonavdrag på 10 %, innehålls av den franska betalaren, på löner och på ersättning till bolag.',
        de: 'Frankreich: 15 % nach pauschalem Abzug von 10 %, vom französischen Zahler einbehalten, auf Löhne und Honorare an Gesellschaften.',
      },
    },
    'Code général des impôts art. 182 A bis; BOFiP 1819-PGP',
    'confirmed',
  ),
  from(
    'SE',
    '2026-01-01',
    {
      rate: percent('15'),
      withheldBy: 'payer',
      words: {
        en: 'Sweden: A-SINK 15 % of the gross, only for people on stage, not for crew or pure teaching; a fee to a foreign artist company is taxed at the company.',
        fr: 'Suède : A-SINK 15 % du brut, seulement pour les personnes sur scène, ni technique ni enseignement seul ; un cachet versé à une société étrangère d’artistes est imposé chez elle.',
        nl: 'Zweden: A-SINK 15 % van het bruto, alleen voor wie op het podium staat, niet voor de ploeg of louter onderwijs; een gage aan een buitenlandse artiestenvennootschap wordt bij die vennootschap belast.',
        sv: 'Sverige: A-SINK 15 % av bruttot, bara för dem på scenen, inte teknik eller ren undervisning; ersättning till ett utländskt artistföretag beskattas hos företaget.',
        de: 'Schweden: A-SINK 15 % vom Brutto, nur für Personen auf der Bühne, nicht für Technik oder reinen Unterricht; ein Honorar an eine ausländische Künstlergesellschaft wird bei ihr besteuert.',
      },
    },
    'Skatteverket, rättslig vägledning 328889; nordisketax.net',
    'confirmed',
  ),
  from(
    'DE',
    '2026-01-01',
    {
      rate: percent('15.825'),
      freeUpTo: money('250.00', 'EUR'),
      withheldBy: 'organiser',
      words: {
        en: 'Germany: 15.825 % with the solidarity surcharge, withheld by the organiser; nothing up to 250 EUR per performance; an exemption certificate comes from the federal office.',
        fr: 'Allemagne : 15,825 % avec le supplément de solidarité, retenu par l’organisateur ; rien jusqu’à 250 EUR par représentation ; le certificat d’exonération est délivré par l’office fédéral.',
        nl: 'Duitsland: 15,825 % met solidariteitstoeslag, ingehouden door de organisator; niets tot 250 EUR per optreden; een vrijstellingsattest komt van het Bundeszentralamt für Steuern.',
        sv: 'Tyskland: 15,825 % med solidaritetstillägg, innehålls av arrangören; inget upp till 250 EUR per föreställning; befrielseintyg ges av förbundsmyndigheten.',
        de: 'Deutschland: 15,825 % mit Solidaritätszuschlag, vom Veranstalter einbehalten; bis 250 EUR je Auftritt nichts; Freistellungsbescheinigung vom Bundeszentralamt für Steuern.',
      },
    },
    'EStG § 50a; touring-artists.info',
    'confirmed',
  ),
  from(
    'NL',
    '2007-01-01',
    {
      rate: null,
      withheldBy: 'nobody',
      words: {
        en: 'Netherlands: nothing from residents of treaty states; of a group, 70 % must be such members.',
        fr: 'Pays-Bas : rien pour les résidents d’États conventionnés ; dans un groupe, 70 % des membres doivent l’être.',
        nl: 'Nederland: niets voor inwoners van verdragsstaten; van een groep moet 70 % dat zijn.',
        sv: 'Nederländerna: inget för bosatta i avtalsstater; i en grupp måste 70 % vara det.',
        de: 'Niederlande: nichts bei Ansässigen in Abkommensstaaten; in einer Gruppe müssen es 70 % sein.',
      },
    },
    'taxman.nu, Dutch artist tax',
    'secondary',
  ),
  from(
    'AT',
    '2026-01-01',
    {
      rate: percent('20'),
      withheldBy: 'organiser',
      words: {
        en: 'Austria: 20 % of the gross, or for individuals 25 % of the net, withheld by the organiser.',
        fr: 'Autriche : 20 % du brut, ou pour les personnes physiques 25 % du net, retenu par l’organisateur.',
        nl: 'Oostenrijk: 20 % van het bruto, of voor natuurlijke personen 25 % van het netto, ingehouden door de organisator.',
        sv: 'Österrike: 20 % av bruttot, eller för fysiska personer 25 % av nettot, innehålls av arrangören.',
        de: 'Österreich: 20 % vom Brutto oder bei natürlichen Personen 25 % vom Netto, vom Veranstalter einbehalten.',
      },
    },
    'From memory',
    'to-confirm',
  ),
  from(
    'IT',
    '2026-01-01',
    {
      rate: percent('30'),
      withheldBy: 'payer',
      words: byPayer('Italy', 'Italie', 'Italië', 'Italien', 'Italien', '30'),
    },
    'From memory',
    'to-confirm',
  ),
  from(
    'ES',
    '2026-01-01',
    {
      rate: percent('19'),
      rateOutside: percent('24'),
      withheldBy: 'payer',
      words: {
        en: 'Spain: 19 % from residents of the EU and the EEA, 24 % from others, withheld by the payer.',
        fr: 'Espagne : 19 % pour les résidents de l’UE et de l’EEE, 24 % pour les autres, retenu par le payeur.',
        nl: 'Spanje: 19 % voor inwoners van de EU en de EER, 24 % voor anderen, ingehouden door de betaler.',
        sv: 'Spanien: 19 % för bosatta i EU och EES, 24 % för andra, innehålls av betalaren.',
        de: 'Spanien: 19 % bei Ansässigen in EU und EWR, sonst 24 %, vom Zahler einbehalten.',
      },
    },
    'From memory',
    'to-confirm',
  ),
  from(
    'HU',
    '2026-01-01',
    {
      rate: percent('15'),
      withheldBy: 'payer',
      words: byPayer('Hungary', 'Hongrie', 'Hongarije', 'Ungern', 'Ungarn', '15'),
    },
    'From memory',
    'to-confirm',
  ),
]);

function byPayer(en: string, fr: string, nl: string, sv: string, de: string, rate: string): Words {
  return {
    en: `${en}: ${rate} %, withheld by the payer.`,
    fr: `${fr} : ${rate} %, retenu par le payeur.`,
    nl: `${nl}: ${rate} %, ingehouden door de betaler.`,
    sv: `${sv}: ${rate} %, innehålls av betalaren.`,
    de: `${de}: ${rate} %, vom Zahler einbehalten.`,
  };
}
