import { NoValueOnDay } from '@passerelle/values';
import { type LineKind, employerLine, sharedLine, workerLine } from '../kit/line.js';
import type { PayslipLine } from '../kit/payslip.js';
import { type EmployerSide, levyBase } from './employer-side.js';
import type { Engagement } from './engagement.js';
import type { WorkerSide } from './worker-side.js';

/** The explained lines in the order of a payslip. NoValueOnDay where the work bonus of this pay is not known. */
export function linesOf(e: Engagement, w: WorkerSide, employer: EmployerSide): readonly PayslipLine[] {
  const lines = [
    sharedLine(e.law.gross, null, w.gross, w.gross),
    workerLine(e.status.contribution.kind, w.base, -w.contribution),
  ];
  addBonus(lines, e, w);
  lines.push(workerLine(e.isArtistTax ? e.tax.artist.kind : e.taxKind, w.taxable, -w.tax));
  if (w.fiscal > 0n) lines.push(workerLine(e.tax.fiscalKind, null, w.fiscal));
  lines.push(
    workerLine(specialKind(e), (e.isLastOfQuarter ? e.prior.quarterBase : e.prior.monthBase) + w.base, -w.special),
  );
  addEmployer(lines, e, w, employer);
  if (e.commute > 0n) lines.push(sharedLine(e.law.commute, null, e.commute, e.commute));
  if (e.voucherWorker > 0n) lines.push(sharedLine(e.law.vouchers, null, -e.voucherWorker, e.voucherEmployer));
  return lines;
}

function addBonus(lines: PayslipLine[], { status, law }: Engagement, w: WorkerSide): void {
  const { bonus } = status;
  if (!w.isBonusKnown) throw silentBonus(bonus.silent!, law.date);
  if (bonus.silent && w.bonusA + w.bonusB === 0n) lines.push(workerLine(status.bonusNone, w.reference, 0n));
  if (w.bonusA > 0n) lines.push(workerLine(bonus.isSingle ? status.bonusSingle : status.bonusA, w.reference, w.bonusA));
  if (w.bonusB > 0n) lines.push(workerLine(status.bonusB, w.reference, w.bonusB));
}

function silentBonus(
  silent: NonNullable<Engagement['status']['bonus']['silent']>,
  date: Engagement['law']['date'],
): Error {
  const euro = (cents: bigint): string => `${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`;
  return new NoValueOnDay(
    silent.figure.name,
    date,
    `its limits are to confirm, and a full-time monthly pay up to ${euro(silent.upTo)} EUR depends on them`,
  );
}

const specialKind = ({ law, isLastOfQuarter }: Engagement): LineKind =>
  isLastOfQuarter ? law.specialQuarterlyKind : law.specialMonthlyKind;

function addEmployer(lines: PayslipLine[], e: Engagement, w: WorkerSide, employer: EmployerSide): void {
  for (let index = 0; index < e.levies.length; index += 1) {
    const levy = e.levies[index]!;
    lines.push(employerLine(levy.kind, levyBase(e, levy, w.gross, w.base), employer.levies[index]!));
  }
  const { reductions } = e;
  if (reductions === undefined) return;
  if (employer.structural > 0n)
    lines.push(employerLine(reductions.structuralKind, 3n * w.reference, -employer.structural));
  if (employer.artist > 0n) lines.push(employerLine(reductions.artistKind!, null, -employer.artist));
}
