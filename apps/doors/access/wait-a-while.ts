import { localeOf } from '@passerelle/i18n';
import type { Language, Words } from '../language.js';

/** How long the pause still is, in whole minutes where it is long. */
export function waitAWhile(seconds: number): Words {
  const [count, unit] = seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [seconds, 'second'];
  const time = (language: Language): string =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  return {
    en: `After several wrong attempts there is a pause, for safety. Try again in ${time('en')}.`,
    fr: `Après plusieurs tentatives erronées, il y a une pause, par sécurité. Réessayez dans ${time('fr')}.`,
    nl: `Na meerdere foute pogingen volgt een pauze, voor de veiligheid. Probeer opnieuw over ${time('nl')}.`,
    sv: `Efter flera felaktiga försök blir det en paus, av säkerhetsskäl. Försök igen om ${time('sv')}.`,
    de: `Nach mehreren falschen Versuchen folgt zur Sicherheit eine Pause. Versuchen Sie es in ${time('de')} erneut.`,
  };
}
