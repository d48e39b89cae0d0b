import { faultOf, problemKind, refusalTable } from '@passerelle/doors';
import type { LawComparisonRefusal } from './law-comparisons.service.js';

const notToCome = faultOf(
  problemKind({
    slug: 'law-holds-already',
    status: 422,
    title: {
      en: 'This law holds already',
      fr: 'Ce droit est déjà en vigueur',
      nl: 'Dit recht geldt al',
      sv: 'De här reglerna gäller redan',
      de: 'Dieses Recht gilt bereits',
    },
    cure: {
      en: 'Payslips are compared with the law of a day to come. To compare them with the law by which they were issued, leave the day out.',
      fr: 'Les fiches de paie se comparent avec le droit d’un jour à venir. Pour les comparer avec le droit appliqué à leur émission, omettez le jour.',
      nl: 'Loonfiches worden vergeleken met het recht van een dag in de toekomst. Laat de dag weg om ze te vergelijken met het recht waarmee ze zijn opgemaakt.',
      sv: 'Lönespecifikationer jämförs med reglerna för en kommande dag. Utelämna dagen för att jämföra dem med de regler de utfärdades efter.',
      de: 'Lohnabrechnungen werden mit dem Recht eines künftigen Tages verglichen. Lassen Sie den Tag weg, um sie mit dem Recht zu vergleichen, nach dem sie erstellt wurden.',
    },
  }),
);

export const lawComparisonProblems = refusalTable<LawComparisonRefusal>({
  'law-holds-already': ({ today }) =>
    notToCome('#/lawFrom', 'law-holds-already', {
      en: `Give a day after ${today}, or none.`,
      fr: `Indiquez un jour après le ${today}, ou aucun.`,
      nl: `Geef een dag na ${today}, of geen.`,
      sv: `Ange en dag efter ${today}, eller ingen.`,
      de: `Geben Sie einen Tag nach dem ${today} an oder keinen.`,
    }),
});
