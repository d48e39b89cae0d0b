import { type ContractForm, type Contracts, term } from '../kit/contract.js';
import { act } from '../kit/scheme.js';
import { holidayContribution } from './holiday-contribution.js';

const contracts1978 = 'Loi du 3 juillet 1978 relative aux contrats de travail';

const fund = term(
  'leave',
  {
    en: 'Holiday pay is paid by the National Office for Annual Holidays (ONVA/RJV), not by the employer.',
    fr: 'Le pécule de vacances est payé par l’Office national des vacances annuelles (ONVA), non par l’employeur.',
    nl: 'Het vakantiegeld wordt betaald door de Rijksdienst voor Jaarlijkse Vakantie (RJV), niet door de werkgever.',
    sv: 'Semesterersättning betalas av semesterkassan ONVA/RJV, inte av arbetsgivaren.',
    de: 'Das Urlaubsgeld zahlt das Landesamt für den Jahresurlaub (ONVA/RJV), nicht der Arbeitgeber.',
  },
  holidayContribution.law,
  'confirmed',
);

const fixedTerm: ContractForm = {
  id: 'be.fixed-term',
  localName: 'Contrat de travail à durée déterminée · Arbeidsovereenkomst voor een bepaalde tijd',
  words: {
    en: 'Contract of employment for a fixed term',
    fr: 'Contrat de travail à durée déterminée',
    nl: 'Arbeidsovereenkomst voor een bepaalde tijd',
    sv: 'Tidsbegränsat anställningsavtal',
    de: 'Befristeter Arbeitsvertrag',
  },
  law: act(contracts1978, 'art. 7'),
  confidence: 'to-confirm',
  isOpenEnded: false,
  terms: [
    term(
      'form',
      {
        en: 'Both sides sign at the latest when the work begins; otherwise the law treats the contract as one without a last day.',
        fr: 'Les deux parties signent au plus tard quand le travail commence ; sinon la loi traite le contrat comme conclu pour une durée indéterminée.',
        nl: 'Beide partijen tekenen uiterlijk wanneer het werk begint; anders behandelt de wet de overeenkomst als een van onbepaalde tijd.',
        sv: 'Båda parter skriver under senast när arbetet börjar; annars ser lagen avtalet som ett avtal tills vidare.',
        de: 'Beide Seiten unterzeichnen spätestens bei Beginn der Arbeit; sonst behandelt das Gesetz den Vertrag als unbefristet.',
      },
      act(contracts1978, 'art. 9'),
      'to-confirm',
    ),
  ],
};

/** Of artists and manual workers the fund pays the holidays. */
const withFund: ContractForm = { ...fixedTerm, id: 'be.fixed-term-fund', terms: [...fixedTerm.terms, fund] };

const byTheMonth: ContractForm = {
  id: 'be.open-ended',
  localName: 'Contrat de travail à durée indéterminée · Arbeidsovereenkomst voor onbepaalde tijd',
  words: {
    en: 'Contract of employment without a last day',
    fr: 'Contrat de travail à durée indéterminée',
    nl: 'Arbeidsovereenkomst voor onbepaalde tijd',
    sv: 'Anställningsavtal tills vidare',
    de: 'Unbefristeter Arbeitsvertrag',
  },
  law: act(contracts1978, 'art. 7'),
  confidence: 'to-confirm',
  isOpenEnded: true,
  terms: [
    term(
      'notice',
      {
        en: 'Either side may end the contract by written notice, which begins on the Monday after the week in which it was given. The worker gives 1 to 13 weeks, by her seniority; the employer gives the weeks of the same article.',
        fr: 'Chaque partie peut mettre fin au contrat par un préavis écrit, qui commence le lundi suivant la semaine où il est donné. La personne donne de 1 à 13 semaines selon son ancienneté ; l’employeur donne les semaines du même article.',
        nl: 'Elke partij kan de overeenkomst schriftelijk opzeggen; de opzeg gaat in op de maandag na de week waarin hij is gegeven. De werknemer geeft 1 tot 13 weken, naar haar anciënniteit; de werkgever geeft de weken van hetzelfde artikel.',
        sv: 'Vardera parten får säga upp avtalet skriftligt; uppsägningstiden börjar måndagen efter den vecka då det skedde. Den anställda har 1 till 13 veckor efter anställningstid; arbetsgivaren har de veckor som samma artikel anger.',
        de: 'Jede Seite kann den Vertrag schriftlich kündigen; die Frist beginnt am Montag nach der Woche der Kündigung. Die beschäftigte Person wahrt 1 bis 13 Wochen, nach ihrer Dienstzeit; der Arbeitgeber wahrt die Wochen desselben Artikels.',
      },
      act(contracts1978, 'art. 37 et 37/2'),
      'secondary',
    ),
  ],
};

const byTheMonthWithFund: ContractForm = {
  ...byTheMonth,
  id: 'be.open-ended-fund',
  terms: [fund, ...byTheMonth.terms],
};

const commissionLaw = act('Loi du 27 juin 1969 concernant la sécurité sociale des travailleurs', 'art. 1bis');

const commission: ContractForm = {
  id: 'be.article-1bis',
  localName: 'Commande artistique, article 1erbis · Artistieke opdracht, artikel 1bis',
  words: {
    en: 'Artistic commission under article 1bis',
    fr: 'Commande artistique selon l’article 1erbis',
    nl: 'Artistieke opdracht volgens artikel 1bis',
    sv: 'Konstnärligt uppdrag enligt artikel 1bis',
    de: 'Künstlerischer Auftrag nach Artikel 1bis',
  },
  law: commissionLaw,
  confidence: 'confirmed',
  isOpenEnded: false,
  terms: [
    term(
      'form',
      {
        en: 'No contract of employment: nobody has authority over how the work is done. For social security she is an employee all the same.',
        fr: 'Il n’y a pas de contrat de travail : personne n’exerce d’autorité sur l’exécution du travail. Pour la sécurité sociale, la personne est néanmoins assurée comme salariée.',
        nl: 'Er is geen arbeidsovereenkomst: niemand heeft gezag over de uitvoering van het werk. Voor de sociale zekerheid geldt zij toch als werknemer.',
        sv: 'Inget anställningsavtal: ingen bestämmer över hur arbetet utförs. I socialförsäkringen räknas personen ändå som anställd.',
        de: 'Kein Arbeitsvertrag: Niemand hat Weisungsgewalt über die Ausführung. In der Sozialversicherung gilt die Person dennoch als beschäftigt.',
      },
      commissionLaw,
      'confirmed',
    ),
    fund,
  ],
};

export const contracts: Contracts = {
  institution: 'Office national de sécurité sociale · Rijksdienst voor Sociale Zekerheid (ONSS/RSZ)',
  agreed: ['status', 'weeklyHours', 'mealVoucherFace'],
  forms: [fixedTerm, withFund, commission, byTheMonth, byTheMonthWithFund],
  formOf: ({ contract, status }) => {
    if (contract === 'article-1bis') return commission;
    return status === 'employee' ? fixedTerm : withFund;
  },
  monthlyFormOf: ({ status }) => (status === 'employee' ? byTheMonth : byTheMonthWithFund),
};
