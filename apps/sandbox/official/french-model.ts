import rules from 'modele-social';
import Engine, { type EvaluatedNode } from 'publicodes';

/** One payslip as the official model is asked for it: euros a month, percents, and a month by its first day. */
export interface Situation {
  readonly date: string;
  readonly contract: 'CDI' | 'CDD';
  readonly isUsage?: boolean;
  readonly isLeavePaidOut?: boolean;
  readonly cddMonths?: number;
  readonly isExecutive: boolean;
  readonly weeklyHours: string;
  readonly headcount: number;
  readonly accidentPercent: string;
  readonly mobilityPercent: string;
  readonly healthPremium: string;
  readonly healthEmployerPercent: string;
  readonly gross: string;
  readonly isAlsaceMoselle?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
const grossRule = 'salarié . contrat . salaire brut';
const engine = new Engine(rules, { logger: silent });

/**
 * Urssaf's public model (modele-social, MIT), the second opinion on the general scheme. It never rounds a line and
 * takes about a tenth of a second for a payslip, so it stands beside the rules and never under a payslip.
 */
export function askModel(situation: Situation): (rule: string) => number {
  engine.setSituation(situationOf(situation));
  return (rule) => {
    const { nodeValue } = engine.evaluate({ valeur: rule, unité: '€/mois' });
    return numberFrom(rule, nodeValue);
  };
}

/**
 * The same for many rules of one payslip. The engine reads its whole book anew for each question, so this asks one: the sum of
 * them all, whose terms it shows from left to right.
 */
export function askModelForEach(situation: Situation, asked: readonly string[]): ReadonlyMap<string, number> {
  engine.setSituation(situationOf(situation));
  let rest: EvaluatedNode = engine.evaluate({ somme: asked.map((rule) => ({ valeur: rule, unité: '€/mois' })) });
  const answers = new Map<string, number>();
  for (const rule of asked) {
    const [term, others] = termsOf(rest);
    answers.set(rule, numberFrom(rule, term.nodeValue));
    rest = others;
  }
  return answers;
}

/** A sum is its first term and the sum of the others. */
function termsOf(sum: EvaluatedNode): readonly [EvaluatedNode, EvaluatedNode] {
  if (sum.nodeKind !== 'operation' || sum.operationKind !== '+') throw new Error(`not a sum: ${sum.nodeKind}`);
  return sum.explanation as [EvaluatedNode, EvaluatedNode];
}

/** The gross that costs the employer so much, in euros a month: the model searches it by trying. */
export function askModelForGross(situation: Omit<Situation, 'gross'>, cost: string): number {
  const { [grossRule]: _, ...rest } = situationOf({ ...situation, gross: '0' });
  engine.setSituation({ ...rest, 'salarié . coût total employeur': `${cost} €/mois` });
  return numberFrom(grossRule, engine.evaluate({ valeur: grossRule, unité: '€/mois' }).nodeValue);
}

/** A value without a unit, such as a coefficient; ask right after `askModel`. */
export const pureValue = (rule: string): number => numberFrom(rule, engine.evaluate(rule).nodeValue);

/** Whether the model gives a number at all for the situation asked last. */
export const isUndefined = (rule: string): boolean => engine.evaluate(rule).nodeValue === undefined;

function numberFrom(rule: string, value: unknown): number {
  if (value === null || value === false) return 0;
  if (typeof value !== 'number') throw new Error(`the model gives no number for "${rule}": ${JSON.stringify(value)}`);
  return value;
}

function situationOf(s: Situation): Readonly<Record<string, string>> {
  const [year, month, dayOfMonth] = s.date.split('-');
  const isPartTime = s.weeklyHours !== '35';
  return {
    dirigeant: 'non',
    'entreprise . imposition': 'non',
    'entreprise . catégorie juridique': "''",
    'salarié . activité partielle': 'non',
    date: `${dayOfMonth}/${month}/${year}`,
    'salarié . contrat': `'${s.contract}'`,
    'salarié . contrat . statut cadre': s.isExecutive ? 'oui' : 'non',
    [grossRule]: `${s.gross} €/mois`,
    'entreprise . salariés . effectif': `${s.headcount} employés`,
    'établissement . taux ATMP': `${s.accidentPercent} %`,
    'établissement . commune . taux versement mobilité': `${s.mobilityPercent} %`,
    'salarié . cotisations . prévoyances . santé . montant': `${s.healthPremium} €/mois`,
    'salarié . cotisations . prévoyances . santé . taux employeur': `${s.healthEmployerPercent} %`,
    'impôt . méthode de calcul': "'taux neutre'",
    ...(isPartTime
      ? {
          'salarié . contrat . temps de travail . temps partiel': 'oui',
          'salarié . contrat . temps de travail . temps partiel . heures par semaine': `${s.weeklyHours} heure/semaine`,
        }
      : {}),
    ...(s.contract === 'CDD'
      ? {
          'salarié . contrat . CDD . durée': `${s.cddMonths ?? 6} mois`,
          'salarié . contrat . CDD . motif': s.isUsage ? "'classique . usage'" : "'classique . accroissement activité'",
          ...(s.isLeavePaidOut ? { 'salarié . contrat . CDD . congés pris': '0 jour ouvré' } : {}),
        }
      : {}),
    ...(s.isAlsaceMoselle ? { 'salarié . régimes spécifiques . alsace moselle': 'oui' } : {}),
    ...s.more,
  };
}
