import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { CooperativeRefusal } from './cooperative.service.js';

const policyRefused = problemKind({
  slug: 'policy-refused',
  status: 422,
  title: {
    en: 'This policy cannot be recorded',
    fr: 'Cette règle ne peut pas être enregistrée',
    nl: 'Dit beleid kan niet worden vastgelegd',
    sv: 'Den här policyn kan inte registreras',
    de: 'Diese Regelung kann nicht erfasst werden',
  },
  cure: {
    en: 'A policy holds from a day on and is never edited, because payslips rest on it. Record a new decision from today or a later day.',
    fr: 'Une règle vaut à partir d’un jour et n’est jamais modifiée, car des fiches de paie en dépendent. Enregistrez une nouvelle décision à partir d’aujourd’hui ou plus tard.',
    nl: 'Beleid geldt vanaf een dag en wordt nooit gewijzigd, omdat loonfiches erop steunen. Leg een nieuwe beslissing vast vanaf vandaag of later.',
    sv: 'En policy gäller från en dag och ändras aldrig, eftersom lönespecifikationer bygger på den. Registrera ett nytt beslut från i dag eller senare.',
    de: 'Eine Regelung gilt ab einem Tag und wird nie geändert, weil Lohnabrechnungen darauf beruhen. Erfassen Sie einen neuen Beschluss ab heute oder später.',
  },
});

const accountTaken = problemKind({
  slug: 'account-taken',
  status: 409,
  title: {
    en: 'This bank account cannot be added',
    fr: 'Ce compte bancaire ne peut pas être ajouté',
    nl: 'Deze bankrekening kan niet worden toegevoegd',
    sv: 'Det här bankkontot kan inte läggas till',
    de: 'Dieses Bankkonto kann nicht hinzugefügt werden',
  },
  cure: {
    en: 'An entity has one account in each currency, and an account belongs to one entity. Look at the accounts it has.',
    fr: 'Une entité a un compte par monnaie, et un compte appartient à une seule entité. Regardez les comptes qu’elle a.',
    nl: 'Een rechtspersoon heeft één rekening per munt, en een rekening hoort bij één rechtspersoon. Bekijk de rekeningen die er zijn.',
    sv: 'En juridisk person har ett konto i varje valuta, och ett konto tillhör en. Se vilka konton den har.',
    de: 'Ein Rechtsträger hat ein Konto je Währung, und ein Konto gehört einem Rechtsträger. Sehen Sie nach, welche Konten er hat.',
  },
});

/** Rooms that ask for a legal entity say the same of one that is not there. */
export const noSuchEntity: Words = {
  en: 'No legal entity of this branch has that id.',
  fr: 'Aucune entité juridique de cette coopérative n’a cet identifiant.',
  nl: 'Geen rechtspersoon van deze coöperatie heeft dit kenmerk.',
  sv: 'Ingen juridisk person hos kooperativet har den beteckningen.',
  de: 'Kein Rechtsträger dieser Genossenschaft hat diese Kennung.',
};

export const cooperativeProblems = refusalTable<CooperativeRefusal>({
  'no-such-entity': () => new Problem(notFound),
  'account-taken': () => new Problem(accountTaken),
  'not-a-policy-value': ({ expected, inWords }) =>
    new Problem(policyRefused, {
      errors: [
        {
          pointer: '#/value',
          code: 'not-a-policy-value',
          detail: {
            en: `Give ${expected}.`,
            fr: `Indiquez ${inWords.fr}.`,
            nl: `Geef ${inWords.nl}.`,
            sv: `Ange ${inWords.sv}.`,
            de: `Geben Sie ${inWords.de} an.`,
          },
        },
      ],
    }),
  'policy-in-the-past': ({ from, today }) =>
    new Problem(policyRefused, {
      errors: [
        {
          pointer: '#/from',
          code: 'policy-in-the-past',
          detail: {
            en: `${from} is before today, ${today}: payslips may already rest on the policy of that day.`,
            fr: `Le ${from} est avant aujourd’hui, le ${today} : des fiches de paie peuvent déjà dépendre de la règle de ce jour.`,
            nl: `${from} ligt vóór vandaag, ${today}: loonfiches kunnen al op het beleid van die dag steunen.`,
            sv: `Den ${from} ligger före i dag, den ${today}: lönespecifikationer kan redan bygga på den dagens policy.`,
            de: `Der ${from} liegt vor heute, dem ${today}: Lohnabrechnungen können schon auf der Regelung jenes Tages beruhen.`,
          },
        },
      ],
    }),
  'policy-already-decided': ({ from }) =>
    new Problem(policyRefused, {
      errors: [
        {
          pointer: '#/from',
          code: 'policy-already-decided',
          detail: {
            en: `Another value was decided from ${from}; choose a later day.`,
            fr: `Une autre valeur a été décidée à partir du ${from} ; choisissez un jour ultérieur.`,
            nl: `Vanaf ${from} is al een andere waarde beslist; kies een latere dag.`,
            sv: `Ett annat värde är beslutat från den ${from}; välj en senare dag.`,
            de: `Ab dem ${from} ist schon ein anderer Wert beschlossen; wählen Sie einen späteren Tag.`,
          },
        },
      ],
    }),
});
