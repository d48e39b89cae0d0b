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

export const contracts: Contracts = {
  institution: 'Urssaf',
  agreed: ['status', 'weeklyHours', 'hours', 'cachets', 'convention'],
  forms: [cdd, cddu, cdduOfShows, cdi, cesa],
  // As `settingOf` pays it: the usual contract of shows is a CDDU, that of other work a CDI.
  formOf: ({ status, contract }) => {
    if (status === 'entrepreneur') return cesa;
    const isOfShows = status === 'artist' || status === 'technician';
    if (contract === 'cdd') return cdd;
    if (contract === 'cddu') return isOfShows ? cdduOfShows : cddu;
    return isOfShows && contract === 'usual' ? cdduOfShows : cdi;
  },
};
