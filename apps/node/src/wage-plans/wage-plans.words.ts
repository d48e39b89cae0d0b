import { localeOf, showMoney, showMonth } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { Money, Month } from '@passerelle/values';
import type { Letter } from '../mail/letter.js';

interface WarningWords {
  readonly subject: string;
  /** Which wage, from which month on it is not carried, and how much is missing in that month. */
  readonly lacks: (wage: string, month: string, missing: string) => string;
  readonly advice: string;
}

const words: Readonly<Record<Language, WarningWords>> = {
  en: {
    subject: 'Your planned monthly wage needs more work',
    lacks: (wage, month, missing) =>
      `Your orders no longer carry the monthly wage of ${wage} you plan from ${month} on: ${missing} is missing in that month.`,
    advice: 'Register further work, or choose another wage from a later month on. Your adviser helps.',
  },
  fr: {
    subject: 'Votre salaire mensuel prévu demande plus de travail',
    lacks: (wage, month, missing) =>
      `Vos commandes ne couvrent plus le salaire mensuel de ${wage} que vous prévoyez dès ${month} : il manque ${missing} ce mois-là.`,
    advice:
      'Enregistrez d’autres missions, ou choisissez un autre salaire à partir d’un mois ultérieur. Votre conseiller vous aide.',
  },
  nl: {
    subject: 'Uw geplande maandloon vraagt meer werk',
    lacks: (wage, month, missing) =>
      `Uw opdrachten dekken het maandloon van ${wage} dat u plant niet meer vanaf ${month}: in die maand ontbreekt ${missing}.`,
    advice: 'Registreer meer werk, of kies een ander loon vanaf een latere maand. Uw adviseur helpt.',
  },
  sv: {
    subject: 'Din planerade månadslön behöver fler uppdrag',
    lacks: (wage, month, missing) =>
      `Dina uppdrag täcker inte längre månadslönen på ${wage} som du planerar från och med ${month}: då saknas ${missing}.`,
    advice: 'Registrera fler uppdrag, eller välj en annan lön från en senare månad. Din rådgivare hjälper till.',
  },
  de: {
    subject: 'Ihr geplanter Monatslohn braucht mehr Arbeit',
    lacks: (wage, month, missing) =>
      `Ihre Aufträge tragen den geplanten Monatslohn von ${wage} ab ${month} nicht mehr: In diesem Monat fehlen ${missing}.`,
    advice:
      'Erfassen Sie weitere Aufträge, oder wählen Sie ab einem späteren Monat einen anderen Lohn. Ihre Beratung hilft.',
  },
};

/** The warning to a worker, in her language. */
export function warningLetter(
  { name, email, language }: { readonly name: string; readonly email: string; readonly language: Language },
  { gross, month, lacking }: { readonly gross: Money; readonly month: Month; readonly lacking: Money },
): Letter {
  const { subject, lacks, advice } = words[language];
  const locale = localeOf(language);
  const said = lacks(showMoney(gross, locale), showMonth(month, locale), showMoney(lacking, locale));
  return { to: email, subject, text: [name, '', said, '', advice].join('\n') };
}
