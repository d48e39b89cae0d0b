import { Problem, problemKind, refusalTable } from '@passerelle/doors';
import { asOneText } from '../members/rule-refusals.words.js';
import type { EstimateRefusal } from './estimates.service.js';
import { payrollRefusalWords } from './payroll-refusals.words.js';

const cannotBePaid = problemKind({
  slug: 'wage-cannot-be-computed',
  status: 422,
  title: {
    en: 'No wage can be computed for this',
    fr: 'Aucun salaire ne peut être calculé pour cela',
    nl: 'Hiervoor kan geen loon berekend worden',
    sv: 'Ingen lön kan räknas ut för detta',
    de: 'Dafür lässt sich kein Lohn berechnen',
  },
  cure: {
    en: 'A rule of law or a decision of the members stands against it. The answer names the rule, the day for which it was asked, what is missing and what to do.',
    fr: 'Une règle de droit ou une décision des membres s’y oppose. La réponse nomme la règle, le jour concerné, ce qui manque et le remède.',
    nl: 'Een wettelijke regel of een beslissing van de leden staat dit in de weg. Het antwoord noemt de regel, de dag, wat ontbreekt en wat te doen.',
    sv: 'En lagregel eller ett beslut av medlemmarna hindrar det. Svaret anger regeln, dagen det gäller, vad som saknas och vad du kan göra.',
    de: 'Eine gesetzliche Regel oder ein Beschluss der Mitglieder steht dem entgegen. Die Antwort nennt Regel, Tag, das Fehlende und die Abhilfe.',
  },
});

const notPaidHere = problemKind({
  slug: 'not-paid-at-this-branch',
  status: 422,
  title: {
    en: 'This branch does not pay that wage',
    fr: 'Cette coopérative ne paie pas ce salaire',
    nl: 'Deze coöperatie betaalt dat loon niet',
    sv: 'Det här kooperativet betalar inte den lönen',
    de: 'Diese Genossenschaft zahlt diesen Lohn nicht',
  },
  cure: {
    en: 'A wage is worked out by the branch that employs the worker. Ask the node of her country.',
    fr: 'Un salaire est calculé par la coopérative qui emploie la personne. Demandez au nœud de son pays.',
    nl: 'Een loon wordt berekend door de coöperatie die de werknemer in dienst heeft. Vraag het knooppunt van haar land.',
    sv: 'En lön räknas ut av kooperativet som anställer personen. Fråga noden i hennes land.',
    de: 'Einen Lohn berechnet die Genossenschaft, die die Person anstellt. Fragen Sie den Knoten ihres Landes.',
  },
});

export const estimateProblems = refusalTable<EstimateRefusal>({
  'cannot-be-paid': ({ why }) => {
    const { kind, rule, date, field, missing, remedy } = why;
    const words = payrollRefusalWords(why);
    return new Problem(cannotBePaid, {
      detail: asOneText(words),
      errors: field === undefined ? [] : [{ pointer: `#/${field}`, code: kind, detail: words.remedy }],
      extra: { code: kind, rule, date, missing: missing?.toJSON() ?? null, remedy },
    });
  },
  'no-entity-in-country': ({ country }) =>
    new Problem(notPaidHere, {
      errors: [
        {
          pointer: '#/country',
          code: 'no-entity-in-country',
          detail: {
            en: `No legal entity of this branch is in ${country}.`,
            fr: `Aucune entité juridique de cette coopérative n’est dans ce pays : ${country}.`,
            nl: `Geen rechtspersoon van deze coöperatie is in ${country}.`,
            sv: `Ingen juridisk person hos kooperativet finns i ${country}.`,
            de: `Kein Rechtsträger dieser Genossenschaft ist in ${country}.`,
          },
        },
      ],
    }),
  'only-the-home': () =>
    new Problem(notPaidHere, {
      en: 'The home branch of this mission pays the worker.',
      fr: 'La coopérative d’origine de cette mission paie la personne.',
      nl: 'De thuiscoöperatie van deze opdracht betaalt de werknemer.',
      sv: 'Uppdragets hemkooperativ betalar personen.',
      de: 'Die Heimatgenossenschaft dieses Auftrags bezahlt die Person.',
    }),
});
