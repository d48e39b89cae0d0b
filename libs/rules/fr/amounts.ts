import { dated, ended, money, percent, rate } from '@passerelle/values';

/** Names of the sources that several figures share. The README lists them with their addresses. */
export const from = {
  model: "Urssaf's public model, modele-social 11.1.0",
  openfisca: 'OpenFisca-France 176.0.7, dated parameters with their decrees',
  urssafArtists: 'Urssaf, reduced rates of artists, tables of 2021 and 2024',
  audiens: 'Audiens, parameters and rates 2026',
  memory: 'believed, no source opened yet',
} as const;

const yearly = 'fixed for one calendar year by ministerial order; none is known for 2027';

/** PSS, the social security ceiling of a full month. */
export const ceilingMonth = dated(
  'fr.ceiling.month',
  ['2024-01-01', money('3864.00', 'EUR'), `${from.model}; order of 19 December 2023`],
  ['2025-01-01', money('3925.00', 'EUR'), `${from.model}; order of 19 December 2024`],
  ['2026-01-01', money('4005.00', 'EUR'), `${from.model}; order of 22 December 2025`],
  ['2027-01-01', ended, yearly],
);

/** PSS of a year: the first tranche of Agirc-Arrco of intermittent workers who are not executives. */
export const ceilingYear = dated(
  'fr.ceiling.year',
  ['2024-01-01', money('46368.00', 'EUR'), from.openfisca],
  ['2025-01-01', money('47100.00', 'EUR'), from.openfisca],
  ['2026-01-01', money('48060.00', 'EUR'), from.openfisca],
  ['2027-01-01', ended, yearly],
);

/** PSS of a day: the first tranche of executives and the base of prévoyance in the show business. */
export const ceilingDay = dated(
  'fr.ceiling.day',
  ['2024-01-01', money('213.00', 'EUR'), from.memory, 'to-confirm'],
  ['2025-01-01', money('216.00', 'EUR'), from.memory, 'to-confirm'],
  ['2026-01-01', money('220.00', 'EUR'), `${from.audiens}; order of 22 December 2025`, 'secondary'],
  ['2027-01-01', ended, yearly],
);

/** PHSS, the ceiling of an hour: the yearly ceiling divided by 1 607, to the euro. */
export const ceilingHour = dated(
  'fr.ceiling.hour',
  ['2020-01-01', money('26.00', 'EUR'), `${from.model}: 41 136 / 1 607`, 'inferred'],
  ['2023-01-01', money('27.00', 'EUR'), `${from.model}: 43 992 / 1 607`, 'inferred'],
  ['2024-01-01', money('29.00', 'EUR'), from.model],
  ['2025-01-01', money('29.00', 'EUR'), from.model],
  ['2026-01-01', money('30.00', 'EUR'), from.model],
  ['2027-01-01', ended, yearly],
);

/** SMIC, the legal minimum wage of an hour. */
export const minimumWageHour = dated(
  'fr.minimum-wage.hour',
  ['2024-01-01', money('11.65', 'EUR'), `${from.openfisca}; décret 2023-1216`],
  ['2024-11-01', money('11.88', 'EUR'), `${from.openfisca}; décret 2024-951`],
  ['2026-01-01', money('12.02', 'EUR'), `${from.openfisca}; décret 2025-1228`],
  ['2026-06-01', money('12.31', 'EUR'), `${from.openfisca}; arrêté du 22 mai 2026`],
);

/** SMIC of the general reduction. It follows the legal minimum, except in 2026, when its January value is kept. */
export const reductionMinimumWageHour = dated(
  'fr.general-reduction.minimum-wage',
  ['2024-01-01', money('11.65', 'EUR'), `${from.openfisca}; décret 2023-1216`],
  ['2024-11-01', money('11.88', 'EUR'), `${from.openfisca}; décret 2024-951`],
  [
    '2026-01-01',
    money('12.02', 'EUR'),
    'BOSS, news of June 2026: the January value serves the whole year; read in betagouv/mon-entreprise #4621, #4622',
    'secondary',
  ],
);

/** Legal week of work in hours. */
export const legalWeek = dated('fr.legal-week', ['2024-01-01', 35, 'Code du travail, art. L3121-27']);

/** Share of the ordinary rates that artists of the show business pay, rounded to two decimals of a percent. */
export const artistShare = dated('fr.artist-share', [
  '2017-01-01',
  percent('70'),
  `${from.urssafArtists}; arrêté du 24 janvier 1975`,
]);

/** Hourly ceilings that make the daily ceiling of an artist engaged for less than five days. */
export const artistDayHours = dated('fr.artist-day.hours', [
  '2017-01-01',
  12n,
  `${from.urssafArtists}; arrêté du 24 janvier 1975`,
]);

/** Hours of work behind one cachet when nobody declared them: the way a published payslip of 2024 counts. */
export const cachetHours = dated('fr.cachet.hours', [
  '2024-01-01',
  4n,
  'Cogilog, artist payslip of January 2024: 4 cachets counted as 16 hours',
  'secondary',
]);

/** The leave that a fund pays is charged with FNAL and the mobility levy by enlarging their base. */
export const leaveFundEnlargement = dated('fr.leave-fund.enlargement', [
  '2024-01-01',
  rate('1.115'),
  'Cogilog, artist payslip of January 2024, and reproduction of a published payslip of 2026',
]);

/** The apprenticeship tax of the show business is charged on the gross and the leave that the fund pays. */
export const apprenticeshipLeaveShare = dated('fr.apprenticeship.leave-share', [
  '2019-01-01',
  rate('1.10'),
  'Afdas, employers of intermittents: gross and 10 %',
  'secondary',
]);

/** Indemnity at the end of a CDD, as a share of its gross. */
export const endIndemnityShare = dated('fr.contract-indemnities.end', [
  '2024-01-01',
  percent('10'),
  `${from.model}; Code du travail, art. L1243-8`,
]);

/** Indemnity for leave not taken, as a share of the gross and the indemnity above. */
export const leaveIndemnityShare = dated('fr.contract-indemnities.leave', [
  '2024-01-01',
  percent('10'),
  `${from.model}; Code du travail, art. L1242-16`,
]);

/** Share of the pay up to four ceilings that CSG and CRDS are charged on. */
export const csgShare = dated('fr.csg.share-of-pay', ['2012-01-01', percent('98.25'), from.model]);

/** The figures above, for the list of all figures of the country; what a scheme names stands there too. */
export const amounts = [
  ceilingMonth,
  ceilingYear,
  ceilingDay,
  ceilingHour,
  minimumWageHour,
  reductionMinimumWageHour,
  legalWeek,
  artistShare,
  artistDayHours,
  cachetHours,
  leaveFundEnlargement,
  endIndemnityShare,
  leaveIndemnityShare,
  csgShare,
] as const;
