import { type ContractForm, type ContractTerm, type Contracts, term } from '../kit/contract.js';
import { act } from '../kit/scheme.js';

const code = (article: string) => act('Code du travail', article);

const beforeWork = term(
  'form',
  {
    en: 'The contract is in writing and signed before the work begins.',
    fr: 'Le contrat est écrit et signé avant le début du travail.',
    nl: 'Het contract is schriftelijk en wordt getekend voor het werk begint.',
    sv: 'Avtalet är skriftligt och skrivs under innan arbetet börjar.',
    de: 'Der Vertrag ist schriftlich und wird vor Beginn der Arbeit unterzeichnet.',
  },
  code('art. L1242-12 et L1242-13'),
  'to-confirm',
);

const custom = term(
  'reason',
  {
    en: 'Reason: work of the kind named above, for which by custom of the trade nobody is hired without a last day. The number of the production (numéro d’objet) is added where it is known.',
    fr: 'Motif : emploi nommé ci-dessus, pour lequel il est d’usage constant de ne pas recourir au contrat à durée indéterminée. Le numéro d’objet de la production est ajouté quand il est connu.',
    nl: 'Reden: werk zoals hierboven genoemd, waarvoor het in het vak gebruikelijk is niet voor onbepaalde tijd aan te werven. Het nummer van de productie (numéro d’objet) wordt toegevoegd zodra het bekend is.',
    sv: 'Skäl: arbete av det slag som anges ovan, för vilket man i branschen av hävd inte anställer tills vidare. Produktionens nummer (numéro d’objet) läggs till när det är känt.',
    de: 'Grund: Arbeit der oben genannten Art, für die im Gewerbe üblicherweise nicht unbefristet eingestellt wird. Die Nummer der Produktion (numéro d’objet) wird ergänzt, sobald sie bekannt ist.',
  },
  code('art. L1242-2, 3°'),
  'to-confirm',
);

const leaveFund = term(
  'leave',
  {
    en: 'Leave is paid by the leave fund of the show business (Congés Spectacles), at the worker’s request.',
    fr: 'Les congés sont payés par la caisse des Congés Spectacles, à la demande de la personne.',
    nl: 'De vakantie wordt betaald door de kas Congés Spectacles, op verzoek van de werknemer.',
    sv: 'Semester betalas av branschens kassa Congés Spectacles, på begäran av arbetstagaren.',
    de: 'Den Urlaub zahlt auf Antrag die Kasse Congés Spectacles.',
  },
  code('art. D7121-38 à D7121-49'),
  'secondary',
);

const indemnities = term(
  'leave',
  {
    en: 'At the end the worker receives the indemnities that the payslip names: for leave not taken and, where the law grants it, for the end of the contract.',
    fr: 'À la fin, la personne reçoit les indemnités que nomme la fiche de paie : pour congés non pris et, là où la loi l’accorde, de fin de contrat.',
    nl: 'Op het einde ontvangt de werknemer de vergoedingen die de loonfiche noemt: voor niet opgenomen vakantie en, waar de wet het toekent, voor het einde van het contract.',
    sv: 'Vid slutet får arbetstagaren de ersättningar som lönespecifikationen anger: för outtagen semester och, där lagen ger det, för avtalets slut.',
    de: 'Am Ende erhält die Person die Vergütungen, die die Lohnabrechnung nennt: für nicht genommenen Urlaub und, wo das Gesetz es gewährt, für das Ende des Vertrags.',
  },
  code('art. L1243-8 et L1242-16'),
  'confirmed',
);

const fixedTerm = (id: string, localName: string, article: string, terms: readonly ContractTerm[]): ContractForm => ({
  id: `fr.${id}`,
  localName,
  words: {
    en: 'Contract of employment for a fixed term',
    fr: 'Contrat de travail à durée déterminée',
    nl: 'Arbeidsovereenkomst voor een bepaalde tijd',
    sv: 'Tidsbegränsat anställningsavtal',
    de: 'Befristeter Arbeitsvertrag',
  },
  law: code(article),
  confidence: 'to-confirm',
  isOpenEnded: false,
  terms,
});

const cdd = fixedTerm('cdd', 'Contrat à durée déterminée (CDD)', 'art. L1242-12', [beforeWork, indemnities]);

const cddu = fixedTerm('cddu', 'Contrat à durée déterminée d’usage (CDDU)', 'art. L1242-2, 3°', [beforeWork, custom]);

/** Of artists and technicians a fund pays the leave. */
const cdduOfShows: ContractForm = { ...cddu, id: 'fr.cddu-shows', terms: [...cddu.terms, leaveFund] };

const cdi: ContractForm = {
  id: 'fr.cdi',
  localName: 'Contrat à durée indéterminée (CDI)',
  words: {
    en: 'Contract of employment without a last day',
    fr: 'Contrat de travail à durée indéterminée',
    nl: 'Arbeidsovereenkomst voor onbepaalde tijd',
    sv: 'Anställningsavtal tills vidare',
    de: 'Unbefristeter Arbeitsvertrag',
  },
  law: code('art. L1221-2'),
  confidence: 'to-confirm',
  isOpenEnded: true,
  terms: [],
};

const noTrial = term(
  'trial',
  {
    en: 'No period of trial: there is none unless the contract says so, and this one does not.',
    fr: 'Pas de période d’essai : il n’y en a que si le contrat la prévoit, et celui-ci ne la prévoit pas.',
    nl: 'Geen proefperiode: die is er alleen als het contract ze vermeldt, en dit contract doet dat niet.',
    sv: 'Ingen provanställning: den finns bara om avtalet säger det, och det gör inte detta.',
    de: 'Keine Probezeit: Es gibt sie nur, wenn der Vertrag sie vorsieht, und dieser tut es nicht.',
  },
  code('art. L1221-23'),
  'to-confirm',
);

const paidLeave = term(
  'leave',
  {
    en: 'Paid leave: two and a half working days (jours ouvrables) for each month of work.',
    fr: 'Congés payés : deux jours et demi ouvrables par mois de travail.',
    nl: 'Betaald verlof: twee en een halve werkdag (jours ouvrables) per gewerkte maand.',
    sv: 'Betald semester: två och en halv arbetsdag (jours ouvrables) för varje månads arbete.',
    de: 'Bezahlter Urlaub: zweieinhalb Werktage (jours ouvrables) je Arbeitsmonat.',
  },
  code('art. L3141-3'),
  'to-confirm',
);

const endOfCdi = term(
  'notice',
  {
    en: 'The worker who resigns gives the notice of the collective agreement or of custom. The employer who dismisses her for a real and serious reason gives one month from six months of service on and two months from two years on, where nothing better applies. Both may also agree on the end of the contract (rupture conventionnelle).',
    fr: 'La personne qui démissionne respecte le préavis de la convention collective ou des usages. L’employeur qui licencie pour une cause réelle et sérieuse respecte un mois à partir de six mois d’ancienneté et deux mois à partir de deux ans, sauf dispositions plus favorables. Les deux peuvent aussi convenir de la fin du contrat (rupture conventionnelle).',
    nl: 'De werknemer die ontslag neemt, geeft de opzeg van de collectieve overeenkomst of van het gebruik. De werkgever die om een werkelijke en ernstige reden ontslaat, geeft één maand vanaf zes maanden dienst en twee maanden vanaf twee jaar, als niets gunstigers geldt. Beiden kunnen ook samen het einde van het contract afspreken (rupture conventionnelle).',
    sv: 'Den som själv säger upp sig följer kollektivavtalets eller branschens uppsägningstid. Arbetsgivaren som säger upp av verkligt och allvarligt skäl har en månad från sex månaders anställning och två månader från två år, om inget förmånligare gäller. Båda kan också komma överens om att avtalet upphör (rupture conventionnelle).',
    de: 'Wer selbst kündigt, wahrt die Frist des Tarifvertrags oder des Brauchs. Der Arbeitgeber, der aus einem wirklichen und ernsten Grund kündigt, wahrt einen Monat ab sechs Monaten Dienstzeit und zwei Monate ab zwei Jahren, wo nichts Günstigeres gilt. Beide können auch das Ende des Vertrags vereinbaren (rupture conventionnelle).',
  },
  code('art. L1234-1, L1237-1 et L1237-11'),
  'to-confirm',
);

const cdiByTheMonth: ContractForm = { ...cdi, id: 'fr.cdi-monthly', terms: [noTrial, paidLeave, endOfCdi] };

const cesa: ContractForm = {
  id: 'fr.cesa',
  localName: 'Contrat d’entrepreneur salarié associé (CESA)',
  words: {
    en: 'Contract of an employed entrepreneur',
    fr: 'Contrat d’entrepreneur salarié associé',
    nl: 'Contract van ondernemer in loondienst',
    sv: 'Avtal som anställd företagare',
    de: 'Vertrag über angestelltes Unternehmertum',
  },
  law: code('art. L7331-2'),
  confidence: 'confirmed',
  isOpenEnded: true,
  terms: [
    term(
      'activity',
      {
        en: 'Goals and minimum activity, means of the cooperative, fixed and variable part of the pay and rights on clients are those of the contract that both have signed for the whole activity; this paper adds one mission to it.',
        fr: 'Les objectifs et le minimum d’activité, les moyens de la coopérative, la part fixe et la part variable de la rémunération et les droits sur la clientèle sont ceux du contrat signé pour toute l’activité ; ce document y ajoute une mission.',
        nl: 'Doelen en minimale activiteit, middelen van de coöperatie, vast en variabel deel van het loon en rechten op klanten zijn die van het contract dat beide partijen voor de hele activiteit hebben getekend; dit document voegt er één opdracht aan toe.',
        sv: 'Mål och minsta verksamhet, kooperativets medel, lönens fasta och rörliga del samt rättigheterna till kundkretsen följer av avtalet för hela verksamheten; detta dokument lägger till ett uppdrag.',
        de: 'Ziele und Mindesttätigkeit, Mittel der Genossenschaft, fester und variabler Teil des Lohns und Rechte an Kunden sind die des Vertrags, den beide Seiten für die ganze Tätigkeit unterzeichnet haben; dieses Dokument fügt ihm einen Auftrag hinzu.',
      },
      code('art. L7331-2 et L7332-3'),
      'confirmed',
    ),
  ],
};

const cesaByTheMonth: ContractForm = {
  ...cesa,
  id: 'fr.cesa-monthly',
  terms: [
    term(
      'activity',
      {
        en: 'This paper states what is paid each month. Goals and minimum activity, means of the cooperative, the variable part of the pay and rights on clients are those of the contract that both have signed for the whole activity.',
        fr: 'Ce document dit ce qui est payé chaque mois. Les objectifs et le minimum d’activité, les moyens de la coopérative, la part variable de la rémunération et les droits sur la clientèle sont ceux du contrat signé pour toute l’activité.',
        nl: 'Dit document zegt wat elke maand wordt betaald. Doelen en minimale activiteit, middelen van de coöperatie, het variabele deel van het loon en rechten op klanten zijn die van het contract dat voor de hele activiteit getekend is.',
        sv: 'Detta papper säger vad som betalas varje månad. Mål och minsta verksamhet, kooperativets medel, lönens rörliga del samt rätten till kunder följer av avtalet för hela verksamheten.',
        de: 'Dieses Papier sagt, was jeden Monat gezahlt wird. Ziele und Mindesttätigkeit, Mittel der Genossenschaft, der variable Teil des Lohns und Rechte an Kunden sind die des Vertrags für die ganze Tätigkeit.',
      },
      code('art. L7331-2 et L7332-3'),
      'confirmed',
    ),
    endOfCdi,
  ],
};

export const contracts: Contracts = {
  institution: 'Urssaf',
  agreed: ['status', 'weeklyHours', 'hours', 'cachets', 'convention'],
  forms: [cdd, cddu, cdduOfShows, cdi, cesa, cdiByTheMonth, cesaByTheMonth],
  // As `settingOf` pays it: the usual contract of shows is a CDDU, that of other work a CDI.
  formOf: ({ status, contract }) => {
    if (status === 'entrepreneur') return cesa;
    const isOfShows = status === 'artist' || status === 'technician';
    if (contract === 'cdd') return cdd;
    if (contract === 'cddu') return isOfShows ? cdduOfShows : cddu;
    return isOfShows && contract === 'usual' ? cdduOfShows : cdi;
  },
  monthlyFormOf: ({ status }) => (status === 'entrepreneur' ? cesaByTheMonth : cdiByTheMonth),
};
