import { least } from '../kit/exact.js';
import { inForce } from '../kit/figures.js';
import { act, scheme } from '../kit/scheme.js';
import { endIndemnityShare, leaveIndemnityShare } from './amounts.js';
import { expenseDeduction } from './expense-deduction.js';
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
  (scheme, { date }) => {
    const floor = [inForce(minimumWage.hour, date).applied];
    const whole = plainLine(scheme, 'earned', floor);
    const fixed = plainLine({ ...scheme, localName: 'Part fixe', words: fixedWords }, 'earned', floor, 'fixed-part');
    const variable = plainLine(
      { ...scheme, localName: 'Part variable', words: variableWords },
      'earned',
      floor,
      'variable-part',
    );
    return ({ agreed, facts, engagement: { fixedPart } }, slip) => {
      if (facts.status !== 'entrepreneur') {
        slip.earned(whole, agreed);
        return;
      }
      slip.earned(fixed, least(fixedPart, agreed));
      if (agreed > fixedPart) slip.earned(variable, agreed - fixedPart);
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
  (scheme, { date }) => {
    const end = plainLine(scheme, 'earned', [inForce(scheme.end, date).applied], 'end');
    const leave = plainLine(
      { ...scheme, localName: 'Indemnité compensatrice de congés payés', words: leaveWords },
      'earned',
      [inForce(scheme.leave, date).applied],
      'leave',
    );
    return ({ endIndemnity, leaveIndemnity }, slip) => {
      if (endIndemnity > 0n) slip.earned(end, endIndemnity);
      if (leaveIndemnity > 0n) slip.earned(leave, leaveIndemnity);
    };
  },
);

/** Says on the payslip by how much the flat deduction lowers the base; it changes neither pay nor cost by itself. */
export const deductionNote = rule(expenseDeduction, (scheme, { date }) => {
  const figureOf = { performers: scheme.performers, musicians: scheme.musicians };
  const limit = inForce(scheme.limit, date).applied;
  const figures = Object.values(figureOf)
    .filter((figure) => figure.hasValueOn(date))
    .map((figure) => inForce(figure, date).applied);
  const line = plainLine(scheme, 'employer_social', [...figures, limit]);
  return ({ deduction }, slip) => {
    if (deduction > 0n) slip.note(line, deduction);
  };
});

const fixedWords = {
  en: 'Fixed part of the entrepreneur-salarié',
  fr: 'Part fixe de l’entrepreneur salarié',
  nl: 'Vast deel van de entrepreneur-salarié',
  sv: 'Fast del för entrepreneur-salarié',
  de: 'Fester Teil des Entrepreneur-salarié',
};

const variableWords = {
  en: 'Variable part: share of the result of the activity',
  fr: 'Part variable : part du résultat de l’activité',
  nl: 'Variabel deel: aandeel in het resultaat van de activiteit',
  sv: 'Rörlig del: andel av verksamhetens resultat',
  de: 'Variabler Teil: Anteil am Ergebnis der Tätigkeit',
};

const leaveWords = {
  en: 'Indemnity for leave not taken',
  fr: 'Indemnité compensatrice de congés payés',
  nl: 'Vergoeding voor niet opgenomen verlof',
  sv: 'Ersättning för outtagen semester',
  de: 'Abgeltung nicht genommenen Urlaubs',
};
