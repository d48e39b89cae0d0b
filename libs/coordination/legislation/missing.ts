import type { MissingFact, Supplier } from '../refusal.js';
import { type Words, reason } from '../words.js';

interface Question {
  readonly supplier: Supplier;
  readonly words: Words;
}

/** A fact the answer depends on. `path` says where it belongs in the facts when that is not the name of the question. */
export const missingFact = (question: QuestionName, path: string = question): MissingFact => ({
  fact: path,
  supplier: questions[question].supplier,
  question: reason(question, questions[question].words),
});

const questions = {
  'person.nationality': {
    supplier: 'worker',
    words: {
      en: 'Which nationality or nationalities do you have?',
      fr: 'Quelle est votre nationalité, ou quelles sont vos nationalités ?',
      nl: 'Welke nationaliteit of nationaliteiten hebt u?',
      sv: 'Vilket eller vilka medborgarskap har du?',
      de: 'Welche Staatsangehörigkeit oder Staatsangehörigkeiten haben Sie?',
    },
  },
  'person.residence': {
    supplier: 'worker',
    words: {
      en: 'In which country do you usually live?',
      fr: 'Dans quel pays habitez-vous habituellement ?',
      nl: 'In welk land woont u gewoonlijk?',
      sv: 'I vilket land bor du vanligtvis?',
      de: 'In welchem Land leben Sie gewöhnlich?',
    },
  },
  'person.legallyResident': {
    supplier: 'worker',
    words: {
      en: 'Do you live or stay legally in the European Union? A residence permit or visa shows it.',
      fr: 'Résidez-vous ou séjournez-vous légalement dans l’Union européenne ? Un titre de séjour ou un visa l’atteste.',
      nl: 'Woont of verblijft u legaal in de Europese Unie? Een verblijfstitel of visum toont dat aan.',
      sv: 'Bor eller vistas du lagligt i Europeiska unionen? Ett uppehållstillstånd eller visum visar det.',
      de: 'Wohnen Sie rechtmäßig in der Europäischen Union oder halten Sie sich rechtmäßig dort auf? Aufenthaltstitel oder Visum belegen es.',
    },
  },
  'person.ukSituationUnbrokenSince': {
    supplier: 'worker',
    words: {
      en: 'Has a situation between the United Kingdom and the Union gone on without a break since before 2021? Since when?',
      fr: 'Une situation entre le Royaume-Uni et l’Union dure-t-elle sans interruption depuis avant 2021 ? Depuis quand ?',
      nl: 'Duurt een situatie tussen het Verenigd Koninkrijk en de Unie onafgebroken voort sinds voor 2021? Sinds wanneer?',
      sv: 'Har en situation mellan Storbritannien och unionen pågått utan avbrott sedan före 2021? Sedan när?',
      de: 'Besteht eine Lage zwischen dem Vereinigten Königreich und der Union ohne Unterbrechung seit vor 2021? Seit wann?',
    },
  },
  activities: {
    supplier: 'worker',
    words: {
      en: 'Which work do you expect in the next twelve months, where, for whom, and how much of your time is each?',
      fr: 'Quel travail prévoyez-vous dans les douze mois à venir, où, pour qui, et quelle part de votre temps chacun prend-il ?',
      nl: 'Welk werk verwacht u in de komende twaalf maanden, waar, voor wie, en hoeveel van uw tijd neemt elk in?',
      sv: 'Vilket arbete väntar du de kommande tolv månaderna, var, för vem, och hur stor del av din tid är vart och ett?',
      de: 'Welche Arbeit erwarten Sie in den nächsten zwölf Monaten, wo, für wen, und welchen Teil Ihrer Zeit nimmt jede ein?',
    },
  },
  timeShare: {
    supplier: 'worker',
    words: {
      en: 'How much of all your working time does this work take?',
      fr: 'Quelle part de tout votre temps de travail ce travail prend-il ?',
      nl: 'Welk deel van al uw arbeidstijd neemt dit werk in?',
      sv: 'Hur stor del av all din arbetstid tar detta arbete?',
      de: 'Welchen Teil Ihrer gesamten Arbeitszeit nimmt diese Arbeit ein?',
    },
  },
  employer: {
    supplier: 'worker',
    words: {
      en: 'Which employer is this work for, and where is its seat?',
      fr: 'Pour quel employeur ce travail est-il fait, et où est son siège ?',
      nl: 'Voor welke werkgever is dit werk, en waar is zijn zetel?',
      sv: 'För vilken arbetsgivare är detta arbete, och var har den sitt säte?',
      de: 'Für welchen Arbeitgeber ist diese Arbeit, und wo hat er seinen Sitz?',
    },
  },
  'mission.employer': {
    supplier: 'home',
    words: {
      en: 'Which legal entity employs the worker during the mission?',
      fr: 'Quelle entité juridique emploie la personne pendant la mission ?',
      nl: 'Welke rechtspersoon heeft de werknemer tijdens de opdracht in dienst?',
      sv: 'Vilken juridisk person är arbetsgivare under uppdraget?',
      de: 'Welcher Rechtsträger beschäftigt die Person während des Auftrags?',
    },
  },
  'mission.plannedMonths': {
    supplier: 'home',
    words: {
      en: 'How long is the mission planned to last?',
      fr: 'Combien de temps la mission doit-elle durer ?',
      nl: 'Hoe lang is de opdracht gepland?',
      sv: 'Hur länge är uppdraget planerat att pågå?',
      de: 'Wie lange soll der Auftrag dauern?',
    },
  },
  'mission.earlierPostings': {
    supplier: 'home',
    words: {
      en: 'Which earlier postings of this worker were there to this country, how long, and how long ago?',
      fr: 'Quels détachements antérieurs de cette personne dans ce pays y a-t-il eu, de quelle durée, et il y a combien de temps ?',
      nl: 'Welke eerdere detacheringen van deze werknemer naar dit land waren er, hoe lang, en hoe lang geleden?',
      sv: 'Vilka tidigare utsändningar av personen till landet har det funnits, hur långa, och för hur länge sedan?',
      de: 'Welche früheren Entsendungen der Person in dieses Land gab es, wie lange, und wie lange ist es her?',
    },
  },
  'employer.substantialActivityAtSeat': {
    supplier: 'home',
    words: {
      en: 'Does the employer do real work in its seat state, not only internal management?',
      fr: 'L’employeur exerce-t-il de vraies activités dans l’État de son siège, et pas seulement de gestion interne ?',
      nl: 'Verricht de werkgever echte werkzaamheden in de staat van zijn zetel, niet alleen intern beheer?',
      sv: 'Bedriver arbetsgivaren verklig verksamhet i staten där den har sitt säte, inte bara intern förvaltning?',
      de: 'Übt der Arbeitgeber in seinem Sitzstaat echte Tätigkeiten aus, nicht nur interne Verwaltung?',
    },
  },
  'mission.directRelationshipKept': {
    supplier: 'home',
    words: {
      en: 'Does the employer keep hiring, pay, dismissal and the direction of the work in its hands all the time?',
      fr: 'L’employeur garde-t-il pendant tout ce temps l’embauche, le salaire, le licenciement et la direction du travail ?',
      nl: 'Houdt de werkgever de hele tijd aanwerving, loon, ontslag en leiding van het werk in handen?',
      sv: 'Behåller arbetsgivaren hela tiden anställning, lön, uppsägning och ledning av arbetet?',
      de: 'Behält der Arbeitgeber während der ganzen Zeit Einstellung, Lohn, Kündigung und Leitung der Arbeit in der Hand?',
    },
  },
  'mission.replacesPostedWorker': {
    supplier: 'host',
    words: {
      en: 'Does the worker take the place of another posted person, of any employer?',
      fr: 'La personne remplace-t-elle une autre personne détachée, quel qu’en soit l’employeur ?',
      nl: 'Komt de werknemer in de plaats van een andere gedetacheerde, van welke werkgever ook?',
      sv: 'Ersätter personen någon annan utsänd, oavsett arbetsgivare?',
      de: 'Tritt die Person an die Stelle einer anderen entsandten Person, gleich welchen Arbeitgebers?',
    },
  },
  'mission.passedOnByHost': {
    supplier: 'host',
    words: {
      en: 'Does the host pass the worker on to another undertaking?',
      fr: 'La coopérative d’accueil met-elle la personne à la disposition d’une autre entreprise ?',
      nl: 'Stelt de gastcoöperatie de werknemer ter beschikking van een andere onderneming?',
      sv: 'Lämnar värdkooperativet personen vidare till ett annat företag?',
      de: 'Überlässt die Gastgenossenschaft die Person einem anderen Unternehmen?',
    },
  },
  'mission.hiredForThisMission': {
    supplier: 'home',
    words: {
      en: 'Was the worker hired in order to be sent on this mission?',
      fr: 'La personne a-t-elle été embauchée pour être envoyée en mission ?',
      nl: 'Is de werknemer aangeworven om op deze opdracht te worden gestuurd?',
      sv: 'Anställdes personen för att sändas på detta uppdrag?',
      de: 'Wurde die Person eingestellt, um auf diesen Auftrag entsandt zu werden?',
    },
  },
  'mission.subjectToSeatLegislationBeforeHire': {
    supplier: 'worker',
    words: {
      en: 'Just before you were hired, were you insured or resident in the state of the employer’s seat?',
      fr: 'Juste avant votre embauche, l’État du siège de l’employeur vous assurait-il, ou y habitiez-vous ?',
      nl: 'Was u vlak voor uw aanwerving verzekerd of woonachtig in de staat van de zetel van de werkgever?',
      sv: 'Var du strax före anställningen försäkrad eller bosatt i staten där arbetsgivaren har sitt säte?',
      de: 'Waren Sie unmittelbar vor der Einstellung im Sitzstaat des Arbeitgebers versichert oder wohnhaft?',
    },
  },
  'mission.homeState': {
    supplier: 'worker',
    words: {
      en: 'In which country do you usually work as a self-employed person?',
      fr: 'Dans quel pays exercez-vous habituellement votre activité indépendante ?',
      nl: 'In welk land werkt u gewoonlijk als zelfstandige?',
      sv: 'I vilket land arbetar du vanligtvis som egenföretagare?',
      de: 'In welchem Land arbeiten Sie gewöhnlich selbständig?',
    },
  },
  'mission.similarActivity': {
    supplier: 'worker',
    words: {
      en: 'Is the work abroad of the same nature as your work at home?',
      fr: 'Le travail à l’étranger est-il de même nature que votre travail dans votre pays ?',
      nl: 'Is het werk in het buitenland van dezelfde aard als uw werk in eigen land?',
      sv: 'Är arbetet utomlands av samma slag som ditt arbete hemma?',
      de: 'Ist die Arbeit im Ausland gleicher Art wie Ihre Arbeit im Heimatstaat?',
    },
  },
  'mission.monthsActiveInHomeBefore': {
    supplier: 'worker',
    words: {
      en: 'For how many months had you been self-employed at home before you leave?',
      fr: 'Depuis combien de mois exercez-vous votre activité indépendante dans votre pays avant le départ ?',
      nl: 'Hoeveel maanden werkte u vóór het vertrek al als zelfstandige in eigen land?',
      sv: 'Hur många månader har du varit egenföretagare hemma före avresan?',
      de: 'Wie viele Monate waren Sie vor der Abreise im Heimatstaat selbständig tätig?',
    },
  },
  'telework.shareInResidence': {
    supplier: 'worker',
    words: {
      en: 'How much of your working time is telework at home?',
      fr: 'Quelle part de votre temps de travail est du télétravail à domicile ?',
      nl: 'Welk deel van uw arbeidstijd is telewerk thuis?',
      sv: 'Hur stor del av din arbetstid är distansarbete hemma?',
      de: 'Welcher Teil Ihrer Arbeitszeit ist Telearbeit zu Hause?',
    },
  },
  'telework.requestedByBoth': {
    supplier: 'home',
    words: {
      en: 'Have employer and worker both asked for the telework agreement?',
      fr: 'L’employeur et la personne ont-ils tous deux demandé l’accord sur le télétravail ?',
      nl: 'Hebben werkgever en werknemer allebei de telewerkovereenkomst aangevraagd?',
      sv: 'Har både arbetsgivaren och arbetstagaren begärt distansarbetsavtalet?',
      de: 'Haben Arbeitgeber und Beschäftigte beide die Telearbeits-Vereinbarung beantragt?',
    },
  },
  'telework.onlyTeleworkInResidence': {
    supplier: 'worker',
    words: {
      en: 'In the country where you live, do you do nothing but telework for this employer?',
      fr: 'Dans le pays où vous habitez, ne faites-vous que du télétravail pour cet employeur ?',
      nl: 'Doet u in het land waar u woont alleen telewerk voor deze werkgever?',
      sv: 'Gör du i landet där du bor bara distansarbete för denna arbetsgivare?',
      de: 'Leisten Sie in Ihrem Wohnland nur Telearbeit für diesen Arbeitgeber?',
    },
  },
  centreOfInterest: {
    supplier: 'worker',
    words: {
      en: 'In which country does your self-employed work have its centre: premises, clients, income?',
      fr: 'Dans quel pays se trouve le centre de votre activité indépendante : locaux, clients, revenus ?',
      nl: 'In welk land ligt het centrum van uw zelfstandige werk: bedrijfsruimte, klanten, inkomsten?',
      sv: 'I vilket land har din egen verksamhet sitt centrum: lokaler, kunder, inkomst?',
      de: 'In welchem Land liegt der Mittelpunkt Ihrer selbständigen Arbeit: Räume, Auftraggeber, Einkommen?',
    },
  },
} satisfies Readonly<Record<string, Question>>;

export type QuestionName = keyof typeof questions;
