import { least } from '../kit/exact.js';
import { inForce, inForceIfAny } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { endIndemnityShare, leaveIndemnityShare } from './amounts.js';
import { expenseDeduction } from './expense-deduction.js';
import { fineOf } from './fine.js';
import { minimumWage } from './minimum-wage.js';
import { plainLine, rule } from './rule.js';

/** Pay agreed for the work; of an entrepreneur-salarié the fixed part and the variable part of the result. */
export const grossPay = rule(
  scheme({
    id: 'fr.gross-pay',
    localName: 'Salaire brut',
    law: act('Code du travail', 'art. L3221-3 ; L7332-3 (CESA)'),
    words: { en: 'Gross pay', fr: 'Salaire brut', nl: 'Brutoloon', sv: 'Bruttolön', de: 'Bruttolohn' },
  }),
  (scheme, { date, status }) => {
    const floor = [inForce(minimumWage.hour, date).applied];
    const whole = plainLine(scheme, 'earned', floor);
    if (status !== 'entrepreneur') return ({ agreed }, slip) => slip.write(whole, null, agreed, agreed);
    const fixed = plainLine({ ...scheme, ...fixedPart }, 'earned', floor, 'fixed-part');
    const variable = plainLine({ ...scheme, ...variablePart }, 'earned', floor, 'variable-part');
    return ({ agreed, engagement }, slip) => {
      const first = least(engagement.fixedPart, agreed);
      slip.write(fixed, null, first, first);
      if (agreed > first) slip.write(variable, null, agreed - first, agreed - first);
    };
  },
);

/**
 * Indemnities at the end of a fixed-term contract: 10 % of its gross, then 10 % of both for leave not taken. A contract
 * of usage (CDDU) has no end-of-contract indemnity; a leave fund pays the leave of artists and technicians.
 */
export const contractIndemnities = rule(
  scheme({
    id: 'fr.contract-indemnities',
    localName: 'Indemnité de fin de contrat',
    law: act('Code du travail', 'art. L1243-8, L1242-16'),
    words: {
      en: 'End-of-contract indemnity',
      fr: 'Indemnité de fin de contrat',
      nl: 'Vergoeding bij het einde van het contract',
      sv: 'Ersättning vid avtalets slut',
      de: 'Abfindung am Vertragsende',
    },
    end: endIndemnityShare,
    leave: leaveIndemnityShare,
  }),
  (scheme, { date, category, contract }) => {
    if (category !== 'general' || contract === 'cdi') return false;
    const end = plainLine(scheme, 'earned', [inForce(scheme.end, date).applied], 'end');
    const leave = plainLine({ ...scheme, ...leaveNotTaken }, 'earned', [inForce(scheme.leave, date).applied], 'leave');
    return ({ endIndemnity, leaveIndemnity }, slip) => {
      if (endIndemnity > 0n) slip.write(end, null, endIndemnity, endIndemnity);
      if (leaveIndemnity > 0n) slip.write(leave, null, leaveIndemnity, leaveIndemnity);
    };
  },
);

/** Says on the payslip by how much the flat deduction lowers the base; it changes neither pay nor cost by itself. */
export const deductionNote = rule(expenseDeduction, (scheme, { date, category }) => {
  if (category === 'general') return false;
  const figures = scheme.figures.flatMap((figure) => inForceIfAny(figure, date)?.applied ?? []);
  const line = plainLine(scheme, 'employer_social', figures);
  return ({ deduction }, slip) => {
    if (deduction > 0n) slip.write(line, fineOf(deduction), null, 0n);
  };
});

const fixedPart = {
  localName: 'Part fixe',
  words: {
    en: 'Fixed part of the entrepreneur-salarié',
    fr: 'Part fixe de l’entrepreneur salarié',
    nl: 'Vast deel van de entrepreneur-salarié',
    sv: 'Fast del för entrepreneur-salarié',
    de: 'Fester Teil des Entrepreneur-salarié',
  },
};

const variablePart = {
  localName: 'Part variable',
  words: {
    en: 'Variable part: share of the result of the activity',
    fr: 'Part variable : part du résultat de l’activité',
    nl: 'Variabel deel: aandeel in het resultaat van de activiteit',
    sv: 'Rörlig del: andel av verksamhetens resultat',
    de: 'Variabler Teil: Anteil am Ergebnis der Tätigkeit',
  },
};

const leaveNotTaken = {
  localName: 'Indemnité compensatrice de congés payés',
  words: {
    en: 'Indemnity for leave not taken',
    fr: 'Indemnité compensatrice de congés payés',
    nl: 'Vergoeding voor niet opgenomen verlof',
    sv: 'Ersättning för outtagen semester',
    de: 'Abgeltung nicht genommenen Urlaubs',
  },
};
