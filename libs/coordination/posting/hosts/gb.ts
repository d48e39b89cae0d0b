import { country } from '@passerelle/values';
import type { HostRule } from '../rule.js';

/** The United Kingdom asks for no labour notice; who may enter to work is a matter of immigration. */
export const unitedKingdom: HostRule = {
  host: country('GB'),
  none: {
    en: 'The United Kingdom knows no labour notice, but immigration rules hold: check the right to work before travelling.',
    fr: 'Le Royaume-Uni ne connaît pas de déclaration de détachement, mais les règles d’immigration s’appliquent : vérifiez le droit de travailler avant le voyage.',
    nl: 'Het Verenigd Koninkrijk kent geen detacheringsmelding, maar immigratieregels gelden: controleer het recht om te werken voor de reis.',
    sv: 'Storbritannien har ingen anmälan om utstationering, men invandringsregler gäller: kontrollera rätten att arbeta före resan.',
    de: 'Das Vereinigte Königreich kennt keine Entsendemeldung, aber Einwanderungsregeln gelten: Arbeitserlaubnis vor der Reise prüfen.',
  },
  source: { text: 'From memory', confidence: 'to-confirm' },
};
