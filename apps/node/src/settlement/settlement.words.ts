import type { Words } from '@passerelle/doors';
import type { WordRefusal } from './obligations/pairs.service.js';

type Other = Omit<Words, 'en'>;

/** What a step of a debt meets, by its code; in English the rule itself says it. */
const ofSteps: Readonly<Record<WordRefusal['code'], Other>> = {
  proposed: {
    fr: 'La dette est seulement proposée : ceci vient après l’accord des deux coopératives.',
    nl: 'De schuld is alleen voorgesteld: dit volgt pas als beide coöperaties akkoord zijn.',
    sv: 'Skulden är bara föreslagen: det här följer när båda kooperativen är överens.',
    de: 'Die Schuld ist nur vorgeschlagen: Das folgt erst, wenn sich beide Genossenschaften einig sind.',
  },
  agreed: {
    fr: 'La dette est déjà convenue entre les deux coopératives.',
    nl: 'De schuld is al overeengekomen tussen de twee coöperaties.',
    sv: 'Skulden är redan överenskommen mellan de två kooperativen.',
    de: 'Die Schuld ist zwischen den beiden Genossenschaften schon vereinbart.',
  },
  held: {
    fr: 'La dette est contestée : le litige doit d’abord être réglé.',
    nl: 'De schuld wordt betwist, en eerst wordt het geschil opgelost.',
    sv: 'Skulden är bestridd: tvisten måste lösas först.',
    de: 'Die Schuld ist bestritten, und zuerst wird der Streit geklärt.',
  },
  rejected: {
    fr: 'La dette a déjà été rejetée.',
    nl: 'De schuld is al verworpen.',
    sv: 'Skulden har redan avvisats.',
    de: 'Die Schuld wurde schon abgelehnt.',
  },
  withdrawn: {
    fr: 'La proposition a déjà été retirée.',
    nl: 'Het voorstel is al ingetrokken.',
    sv: 'Förslaget har redan dragits tillbaka.',
    de: 'Der Vorschlag wurde schon zurückgezogen.',
  },
  settled: {
    fr: 'La dette est déjà réglée.',
    nl: 'De schuld is al afgerekend.',
    sv: 'Skulden är redan avräknad.',
    de: 'Die Schuld ist schon ausgeglichen.',
  },
  void: {
    fr: 'La dette est déjà annulée.',
    nl: 'De schuld is al nietig verklaard.',
    sv: 'Skulden är redan ogiltig.',
    de: 'Die Schuld ist schon für nichtig erklärt.',
  },
  'wrong-party': {
    fr: 'Cette étape revient à l’autre coopérative : une propose et peut retirer, l’autre accepte ou rejette.',
    nl: 'Deze stap is aan de andere coöperatie: de ene stelt voor en kan intrekken, de andere aanvaardt of verwerpt.',
    sv: 'Det steget är det andra kooperativets: det ena föreslår och kan dra tillbaka, det andra godtar eller avvisar.',
    de: 'Dieser Schritt ist Sache der anderen Genossenschaft: Eine schlägt vor und kann zurückziehen, die andere nimmt an oder lehnt ab.',
  },
  nonsense: {
    fr: 'Cette dette ne peut pas exister ainsi. Vérifiez les deux coopératives, le montant et le jour.',
    nl: 'Deze schuld kan zo niet bestaan. Controleer de twee coöperaties, het bedrag en de dag.',
    sv: 'Skulden kan inte se ut så här. Kontrollera de två kooperativen, beloppet och dagen.',
    de: 'Diese Schuld kann es so nicht geben. Prüfen Sie die beiden Genossenschaften, den Betrag und den Tag.',
  },
  'wrong-reversal': {
    fr: 'Cette correction ne correspond pas à la dette qu’elle annule.',
    nl: 'Deze correctie past niet bij de schuld die ze terugdraait.',
    sv: 'Rättelsen stämmer inte med skulden som den återför.',
    de: 'Diese Korrektur passt nicht zu der Schuld, die sie rückgängig macht.',
  },
  'other-terms': {
    fr: 'Cette dette a déjà été proposée avec d’autres conditions.',
    nl: 'Deze schuld is al met andere voorwaarden voorgesteld.',
    sv: 'Skulden har redan föreslagits med andra villkor.',
    de: 'Diese Schuld wurde schon mit anderen Bedingungen vorgeschlagen.',
  },
  'unknown-obligation': {
    fr: 'Cette dette n’a pas été proposée auparavant.',
    nl: 'Deze schuld is niet eerder voorgesteld.',
    sv: 'Skulden har inte föreslagits tidigare.',
    de: 'Diese Schuld wurde vorher nicht vorgeschlagen.',
  },
  'wrong-terms': {
    fr: 'Les conditions ne sont pas celles de la proposition. Rechargez la page et regardez-les à nouveau.',
    nl: 'De voorwaarden zijn niet die van het voorstel. Laad de pagina opnieuw en bekijk ze nog eens.',
    sv: 'Villkoren är inte de som föreslogs. Ladda om sidan och läs dem på nytt.',
    de: 'Die Bedingungen sind nicht die des Vorschlags. Laden Sie die Seite neu und sehen Sie sie erneut an.',
  },
  'no-cycle': {
    fr: 'Le cycle indiqué n’est pas un cycle comme 2026-08.',
    nl: 'De opgegeven cyclus is geen cyclus zoals 2026-08.',
    sv: 'Den angivna cykeln är ingen cykel som 2026-08.',
    de: 'Der angegebene Zyklus ist kein Zyklus wie 2026-08.',
  },
  'not-agreed': {
    fr: 'Seule une dette convenue peut être contestée.',
    nl: 'Alleen een overeengekomen schuld kan worden betwist.',
    sv: 'Bara en överenskommen skuld kan bestridas.',
    de: 'Nur eine vereinbarte Schuld kann bestritten werden.',
  },
  'no-dispute': {
    fr: 'Il n’y a pas de litige ouvert sur cette dette.',
    nl: 'Er is geen open geschil over deze schuld.',
    sv: 'Det finns ingen öppen tvist om skulden.',
    de: 'Es gibt keinen offenen Streit über diese Schuld.',
  },
  'old-cut': {
    fr: 'Ce cycle est déjà clôturé.',
    nl: 'Deze cyclus is al afgesloten.',
    sv: 'Den här cykeln är redan stängd.',
    de: 'Dieser Zyklus ist schon geschlossen.',
  },
  'not-answered': {
    fr: 'L’autre coopérative n’a pas répondu depuis le démarrage de ce nœud. Réessayez quand la liaison est rétablie.',
    nl: 'De andere coöperatie heeft niet geantwoord sinds dit knooppunt is gestart. Probeer opnieuw als de verbinding er weer is.',
    sv: 'Det andra kooperativet har inte svarat sedan noden startade. Försök igen när förbindelsen är tillbaka.',
    de: 'Die andere Genossenschaft hat seit dem Start dieses Knotens nicht geantwortet. Versuchen Sie es erneut, wenn die Verbindung wieder steht.',
  },
};

export const saidOfStep = (code: WordRefusal['code']): Other => ofSteps[code];
