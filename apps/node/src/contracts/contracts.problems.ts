import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import { estimateProblems } from '../payroll/payroll.problems.js';
import type { ContractRefusal } from './contracts.service.js';

const notNow = problemKind({
  slug: 'contract-not-now',
  status: 409,
  title: {
    en: 'There is no contract to sign here now',
    fr: 'Il n’y a pas de contrat à signer ici maintenant',
    nl: 'Er is hier nu geen contract om te tekenen',
    sv: 'Här finns nu inget avtal att skriva under',
    de: 'Hier ist jetzt kein Vertrag zu unterzeichnen',
  },
  cure: {
    en: 'A contract is written when the client has said yes or a monthly wage is planned, and holds for the terms as they stand. The answer says what stands in the way.',
    fr: 'Un contrat est écrit quand le client a dit oui ou qu’un salaire mensuel est prévu, et vaut pour les conditions telles qu’elles sont. La réponse dit ce qui s’y oppose.',
    nl: 'Een contract wordt opgesteld als de klant ja heeft gezegd of een maandloon gepland is, en geldt voor de voorwaarden zoals ze nu zijn. Het antwoord zegt wat in de weg staat.',
    sv: 'Ett avtal skrivs när kunden har sagt ja eller en månadslön är planerad, och gäller villkoren som de är. Svaret säger vad som hindrar.',
    de: 'Ein Vertrag wird aufgesetzt, wenn der Auftraggeber zugestimmt hat oder ein Monatslohn geplant ist, und gilt für die Bedingungen, wie sie jetzt sind. Die Antwort sagt, was im Weg steht.',
  },
});

const notHers = problemKind({
  slug: 'contract-of-another',
  status: 403,
  title: {
    en: 'Only the worker herself signs her contract',
    fr: 'Seule la personne elle-même signe son contrat',
    nl: 'Alleen de werknemer zelf tekent haar contract',
    sv: 'Bara arbetstagaren själv skriver under sitt avtal',
    de: 'Nur die beschäftigte Person selbst unterzeichnet ihren Vertrag',
  },
  cure: {
    en: 'She finds it in her own account, on the page of the mission or of her budget. Nobody can sign for somebody else.',
    fr: 'Elle le trouve dans son propre compte, sur la page de la mission ou de son budget. Personne ne signe pour une autre.',
    nl: 'Zij vindt het in haar eigen account, op de pagina van de opdracht of van haar budget. Niemand tekent voor een ander.',
    sv: 'Hon hittar det på sitt eget konto, på uppdragets eller budgetens sida. Ingen skriver under för någon annan.',
    de: 'Sie findet ihn in ihrem eigenen Benutzerkonto, auf der Seite des Auftrags oder ihres Budgets. Niemand unterzeichnet für andere.',
  },
});

const anotherPaper = problemKind({
  slug: 'contract-not-read',
  status: 422,
  title: {
    en: 'What you read is not the contract that was offered',
    fr: 'Ce que vous avez lu n’est pas le contrat proposé',
    nl: 'Wat u las, is niet het aangeboden contract',
    sv: 'Det du läste är inte det avtal som erbjöds',
    de: 'Was Sie gelesen haben, ist nicht der angebotene Vertrag',
  },
  cure: {
    en: 'Open the contract again, read it, and send its "sha256" when you sign.',
    fr: 'Ouvrez à nouveau le contrat, lisez-le et envoyez son « sha256 » en signant.',
    nl: 'Open het contract opnieuw, lees het en stuur zijn "sha256" mee als u tekent.',
    sv: 'Öppna avtalet igen, läs det och skicka dess ”sha256” när du skriver under.',
    de: 'Öffnen Sie den Vertrag erneut, lesen Sie ihn und senden Sie seinen „sha256“ beim Unterzeichnen.',
  },
});

export const contractProblems = refusalTable<ContractRefusal>({
  'no-such-contract': () => new Problem(notFound),
  'no-such-mission': () => new Problem(notFound),
  'no-such-member': () => new Problem(notFound),
  'not-the-time': ({ state }) =>
    new Problem(notNow, {
      detail: {
        en: 'A contract is written between the client’s yes and the end of the work, by the branch that employs the worker.',
        fr: 'Un contrat est écrit entre le oui du client et la fin du travail, par la coopérative qui emploie la personne.',
        nl: 'Een contract wordt opgesteld tussen het ja van de klant en het einde van het werk, door de coöperatie die de werknemer in dienst heeft.',
        sv: 'Ett avtal skrivs mellan kundens ja och arbetets slut, av kooperativet som anställer personen.',
        de: 'Ein Vertrag wird zwischen dem Ja des Auftraggebers und dem Ende der Arbeit aufgesetzt, von der Genossenschaft, die die Person anstellt.',
      },
      extra: { state },
    }),
  'paid-by-the-month': () =>
    new Problem(notNow, {
      en: 'She has a monthly wage: that employment holds this mission too, and has its own contract.',
      fr: 'La personne a un salaire mensuel : cet emploi couvre aussi cette mission et a son propre contrat.',
      nl: 'Zij heeft een maandloon: die tewerkstelling omvat ook deze opdracht en heeft een eigen contract.',
      sv: 'Hon har månadslön: den anställningen omfattar också detta uppdrag och har sitt eget avtal.',
      de: 'Sie hat einen Monatslohn: Diese Beschäftigung umfasst auch diesen Auftrag und hat ihren eigenen Vertrag.',
    }),
  'no-monthly-wage': () =>
    new Problem(notNow, {
      en: 'No monthly wage is planned for her from now on. Once one is, its contract is written.',
      fr: 'Aucun salaire mensuel n’est prévu pour la personne à partir de maintenant. Dès qu’il l’est, son contrat est établi.',
      nl: 'Voor haar is vanaf nu geen maandloon gepland. Zodra dat er is, wordt het contract opgesteld.',
      sv: 'Ingen månadslön är planerad för henne från och med nu. När en är planerad skrivs avtalet.',
      de: 'Für sie ist von jetzt an kein Monatslohn geplant. Sobald einer geplant ist, wird der Vertrag aufgesetzt.',
    }),
  'not-to-be-written': ({ why }) => estimateProblems.problemFor(why),
  lapsed: () =>
    new Problem(notNow, {
      en: 'The terms have changed or the work is over. If it goes on, a new contract waits for you.',
      fr: 'Les conditions ont changé ou le travail est terminé. S’il continue, un nouveau contrat vous attend.',
      nl: 'De voorwaarden zijn gewijzigd of het werk is voorbij. Gaat het door, dan wacht een nieuw contract op u.',
      sv: 'Villkoren har ändrats eller arbetet är slut. Om det fortsätter väntar ett nytt avtal på dig.',
      de: 'Die Bedingungen haben sich geändert oder die Arbeit ist zu Ende. Geht sie weiter, wartet ein neuer Vertrag auf Sie.',
    }),
  'only-herself': () => new Problem(notHers),
  'another-paper': ({ sha256 }) => new Problem(anotherPaper, { extra: { sha256 } }),
});
