import type { Words } from '../words.js';

/** What the answers about notices say, whatever the host. */
export const noticeWords = {
  required: {
    en: 'A notice is due: {system}, by {dueOn} at the latest.',
    fr: 'Une déclaration est due : {system}, au plus tard le {dueOn}.',
    nl: 'Er is een melding nodig: {system}, op tijd tot en met {dueOn}.',
    sv: 'En anmälan krävs: {system}, senast {dueOn}.',
    de: 'Eine Meldung ist fällig: {system}, rechtzeitig bis {dueOn}.',
  },
  'work-not-listed': {
    en: 'Only listed trades need a notice ({system}); this work is not among them.',
    fr: 'Seuls certains métiers exigent une déclaration ({system}) ; ce travail n’en fait pas partie.',
    nl: 'Alleen bepaalde sectoren vragen een melding ({system}); dit werk hoort er niet bij.',
    sv: 'Bara vissa branscher kräver anmälan ({system}); detta arbete hör inte dit.',
    de: 'Nur bestimmte Branchen müssen melden ({system}); diese Arbeit gehört nicht dazu.',
  },
  domestic: {
    en: 'Work at home is no posting.',
    fr: 'Un travail dans le pays d’origine n’est pas un détachement.',
    nl: 'Werk in eigen land is geen detachering.',
    sv: 'Arbete i hemlandet är ingen utstationering.',
    de: 'Arbeit im eigenen Land ist keine Entsendung.',
  },
  'self-employed': {
    en: 'The self-employed are not posted: no notice is due for this work.',
    fr: 'Les indépendants ne sont pas détachés : aucune déclaration n’est due pour ce travail.',
    nl: 'Zelfstandigen worden niet gedetacheerd: voor dit werk is geen melding nodig.',
    sv: 'Egenföretagare är inte utstationerade: ingen anmälan krävs för detta arbete.',
    de: 'Selbständige werden nicht entsandt: Für diese Arbeit ist keine Meldung fällig.',
  },
  'no-rule-for-host': {
    en: 'No rule on notices is known for this host on that day: {state:state}. Ask an adviser before the start.',
    fr: 'Aucune règle de déclaration n’est connue pour ce pays ce jour-là : {state:state}. Consultez un conseiller avant le début.',
    nl: 'Voor deze gaststaat is op die dag geen meldingsregel bekend: {state:state}. Vraag het voor het begin aan een adviseur.',
    sv: 'Ingen regel om anmälan är känd för värdlandet den dagen: {state:state}. Fråga en rådgivare före start.',
    de: 'Für diesen Gaststaat ist an dem Tag keine Melderegel bekannt: {state:state}. Vor Beginn die Beratung fragen.',
  },
  'condition-unknown': {
    en: 'An exemption may hold; a fact it depends on is not known yet.',
    fr: 'Une dispense est possible ; un fait dont elle dépend n’est pas encore connu.',
    nl: 'Een vrijstelling is mogelijk; een feit waarvan ze afhangt is nog niet bekend.',
    sv: 'Ett undantag kan gälla; en uppgift som det beror på är ännu inte känd.',
    de: 'Eine Befreiung ist möglich; eine Tatsache, von der sie abhängt, ist noch nicht bekannt.',
  },
  'host-pay-holds': {
    en: 'An exemption from the notice is no exemption from the host’s pay and core conditions.',
    fr: 'Être dispensé de déclaration ne dispense ni du salaire ni des conditions essentielles du pays d’accueil.',
    nl: 'Vrijstelling van de melding is geen vrijstelling van loon en kernvoorwaarden van de gaststaat.',
    sv: 'Undantag från anmälan är inte undantag från värdlandets lön och grundvillkor.',
    de: 'Befreiung von der Meldung befreit nicht von Lohn und Kernbedingungen des Gaststaats.',
  },
  'file-in-time': {
    en: 'File the notice by {dueOn}. Days left: {days}.',
    fr: 'Faites la déclaration au plus tard le {dueOn}. Jours restants : {days}.',
    nl: 'Doe de melding uiterlijk op {dueOn}; er resten {days} dagen.',
    sv: 'Gör anmälan senast {dueOn}. Dagar kvar: {days}.',
    de: 'Meldung spätestens am {dueOn} abgeben; es bleiben {days} Tage.',
  },
  'days-elsewhere-untold': {
    en: 'Another cooperative of hers has not told yet how many days she is in this country: wait for it, or give the notice.',
    fr: 'Une autre coopérative de cette personne n’a pas encore dit combien de jours elle est dans ce pays : attendez sa réponse, ou faites la déclaration.',
    nl: 'Een andere coöperatie van haar heeft nog niet gezegd hoeveel dagen ze in dit land is: wacht erop, of doe de melding.',
    sv: 'Ett annat av hennes kooperativ har inte sagt hur många dagar hon är i landet: vänta på svaret, eller gör anmälan.',
    de: 'Eine andere Genossenschaft von ihr hat noch nicht gesagt, wie viele Tage sie in diesem Land ist: warten, oder die Meldung abgeben.',
  },
  'days-elsewhere-many': {
    en: 'With the days that another cooperative told, {all} at most, the limit of {most} may be passed ({own} are certain): ask her which days they are, or give the notice.',
    fr: 'Avec les jours dits par une autre coopérative, {all} au plus, la limite de {most} peut être dépassée ({own} sont certains) : demandez-lui quels jours, ou faites la déclaration.',
    nl: 'Met de dagen die een andere coöperatie noemde, hoogstens {all}, kan de grens van {most} overschreden zijn ({own} staan vast): vraag haar welke dagen, of doe de melding.',
    sv: 'Med dagarna som ett annat kooperativ har uppgett, högst {all}, kan gränsen {most} passeras ({own} är säkra): fråga henne vilka dagar, eller gör anmälan.',
    de: 'Mit den Tagen, die eine andere Genossenschaft nannte, höchstens {all}, kann die Grenze von {most} überschritten sein ({own} sind sicher): Fragen Sie sie nach den Tagen, oder geben Sie die Meldung ab.',
  },
  overdue: {
    en: 'The notice was due by {dueOn}: file it now, and do not start before.',
    fr: 'La déclaration était due le {dueOn} au plus tard : faites-la maintenant et ne commencez pas avant.',
    nl: 'De melding moest uiterlijk op {dueOn} gebeurd zijn: doe ze nu en begin niet eerder.',
    sv: 'Anmälan skulle ha gjorts senast {dueOn}: gör den nu och börja inte innan dess.',
    de: 'Die Meldung war bis {dueOn} fällig: jetzt abgeben und nicht vorher beginnen.',
  },
} satisfies Readonly<Record<string, Words>>;

/** What is asked when an exemption depends on it. */
export const conditionWords = {
  agencyWork: {
    en: 'Is the worker hired out by an agency?',
    fr: 'La personne est-elle mise à disposition par une agence d’intérim ?',
    nl: 'Wordt de werknemer door een uitzendbureau ter beschikking gesteld?',
    sv: 'Hyrs personen ut av ett bemanningsföretag?',
    de: 'Wird die Person von einer Leiharbeitsfirma überlassen?',
  },
  thirdCountryNational: {
    en: 'Is the worker a national of a third country?',
    fr: 'La personne est-elle ressortissante d’un pays tiers ?',
    nl: 'Is de werknemer onderdaan van een derde land?',
    sv: 'Är personen tredjelandsmedborgare?',
    de: 'Ist die Person Staatsangehörige eines Drittstaats?',
  },
  internationalRenown: {
    en: 'Is the artist of international renown, or one of the crew of such an artist?',
    fr: 'L’artiste est-il de renommée internationale, ou s’agit-il d’un membre de son équipe ?',
    nl: 'Is de artiest internationaal vermaard, of iemand van diens ploeg?',
    sv: 'Är artisten internationellt känd, eller någon i en sådan artists stab?',
    de: 'Ist die Künstlerin oder der Künstler international renommiert, oder gehört die Person zu deren Begleitung?',
  },
  minorPartOfTour: {
    en: 'Is the host a minor part of a tour of which the worker does most?',
    fr: 'Le pays d’accueil est-il une petite partie d’une tournée que la personne fait pour l’essentiel ?',
    nl: 'Is de gaststaat een klein deel van een tournee die de werknemer grotendeels meemaakt?',
    sv: 'Är värdlandet en mindre del av en turné som personen gör större delen av?',
    de: 'Ist der Gaststaat ein kleiner Teil einer Tournee, die die Person überwiegend mitmacht?',
  },
  ownAccount: {
    en: 'Is the worker sent on the employer’s own account, without a service to anybody there?',
    fr: 'La personne est-elle envoyée pour le compte propre de l’employeur, sans prestation à un tiers sur place ?',
    nl: 'Wordt de werknemer voor eigen rekening van de werkgever gestuurd, zonder dienst aan iemand daar?',
    sv: 'Sänds personen för arbetsgivarens egen räkning, utan att utföra en tjänst åt någon där?',
    de: 'Wird die Person auf eigene Rechnung des Arbeitgebers gesandt, ohne Leistung an jemanden dort?',
  },
} satisfies Readonly<Record<string, Words>>;
