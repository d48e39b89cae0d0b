import { Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { EstimateRefusal } from './estimates.service.js';

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
    nl: 'Een wettelijke regel of een beslissing van de leden staat in de weg. Het antwoord noemt de regel, de dag, wat ontbreekt en wat te doen.',
    sv: 'En lagregel eller ett beslut av medlemmarna hindrar det. Svaret anger regeln, dagen det gäller, vad som saknas och vad du kan göra.',
    de: 'Eine Rechtsregel oder ein Beschluss der Mitglieder steht dagegen. Die Antwort nennt Regel, Tag, das Fehlende und die Abhilfe.',
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
  'cannot-be-paid': ({ why: { kind, rule, date, field, missing, detail, remedy } }) =>
    new Problem(cannotBePaid, {
      detail: `${detail} ${remedy}`,
      errors: field === undefined ? [] : [{ pointer: `#/${field}`, code: kind, detail: remedy }],
      extra: { code: kind, rule, date, missing: missing?.toJSON() ?? null, remedy },
    }),
  'no-entity-in-country': ({ country }) =>
    new Problem(notPaidHere, {
      errors: [
        {
          pointer: '#/country',
          code: 'no-entity-in-country',
          detail: `No legal entity of this branch is in ${country}.`,
        },
      ],
    }),
  'only-the-home': () => new Problem(notPaidHere, 'The home branch of this mission pays the worker.'),
});
