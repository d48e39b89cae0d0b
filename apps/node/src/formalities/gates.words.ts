import type { A1Status, Words } from '@passerelle/coordination';
import type { PlainDate } from '@passerelle/values';
import type { GateName } from './gate.js';
import type { GuaranteeSaid } from './formality.js';

/** What the gates say of themselves; what the law says comes with its answer. */
export const gateWords = {
  anotherLaw: {
    en: 'The law of another country applies, and this cooperative pays by its own.',
    fr: 'La loi d’un autre pays s’applique, et cette coopérative paie selon la sienne.',
    nl: 'Het recht van een ander land is van toepassing, en deze coöperatie betaalt volgens het hare.',
    sv: 'Ett annat lands lag gäller, och kooperativet betalar enligt sin egen.',
    de: 'Es gilt das Recht eines anderen Landes, und diese Genossenschaft zahlt nach ihrem eigenen.',
  },
  lawFirst: {
    en: 'It must be known first which law applies.',
    fr: 'Il faut d’abord savoir quelle loi s’applique.',
    nl: 'Eerst moet bekend zijn welk recht van toepassing is.',
    sv: 'Först måste det vara känt vilken lag som gäller.',
    de: 'Zuerst muss feststehen, welches Recht gilt.',
  },
  noCertificate: {
    en: 'No A1 certificate is needed: nobody works under the law of two countries.',
    fr: 'Aucun certificat A1 n’est nécessaire : personne ne relève des lois de deux pays.',
    nl: 'Er is geen A1-verklaring nodig: niemand valt onder het recht van twee landen.',
    sv: 'Inget A1-intyg behövs: ingen omfattas av två länders lagstiftning.',
    de: 'Keine A1-Bescheinigung ist nötig: Niemand fällt unter das Recht zweier Länder.',
  },
  covered: {
    en: 'The A1 certificate covers every day of the mission.',
    fr: 'Le certificat A1 couvre chaque jour de la mission.',
    nl: 'De A1-verklaring dekt elke dag van de opdracht.',
    sv: 'A1-intyget täcker varje dag av uppdraget.',
    de: 'Die A1-Bescheinigung deckt jeden Tag des Auftrags.',
  },
  uncovered: {
    en: 'No A1 certificate covers {days}.',
    fr: 'Aucun certificat A1 ne couvre {days}.',
    nl: 'Geen A1-verklaring dekt {days}.',
    sv: 'Inget A1-intyg täcker {days}.',
    de: 'Keine A1-Bescheinigung deckt {days}.',
  },
  notAsked: {
    en: 'Nobody has asked for the A1 certificate yet.',
    fr: 'Personne n’a encore demandé le certificat A1.',
    nl: 'Nog niemand heeft de A1-verklaring aangevraagd.',
    sv: 'Ingen har ansökt om A1-intyget ännu.',
    de: 'Niemand hat die A1-Bescheinigung bisher beantragt.',
  },
  requests: {
    draft: {
      en: 'The request for the A1 certificate is prepared and has to be handed in.',
      fr: 'La demande de certificat A1 est prête et doit être introduite.',
      nl: 'De aanvraag van de A1-verklaring is klaar en moet worden ingediend.',
      sv: 'Ansökan om A1-intyg är förberedd och ska lämnas in.',
      de: 'Der Antrag auf die A1-Bescheinigung ist vorbereitet und muss eingereicht werden.',
    },
    submitted: {
      en: 'The A1 certificate is asked for; the institution has not answered yet.',
      fr: 'Le certificat A1 est demandé ; l’institution n’a pas encore répondu.',
      nl: 'De A1-verklaring is aangevraagd; de instelling heeft nog niet geantwoord.',
      sv: 'Ansökan om A1-intyg är inlämnad; institutionen har inte svarat ännu.',
      de: 'Die A1-Bescheinigung ist beantragt; der Träger hat noch nicht geantwortet.',
    },
    provisional: {
      en: 'The institution has answered provisionally.',
      fr: 'L’institution a répondu à titre provisoire.',
      nl: 'De instelling heeft voorlopig geantwoord.',
      sv: 'Institutionen har svarat preliminärt.',
      de: 'Der Träger hat vorläufig geantwortet.',
    },
    issued: {
      en: 'The A1 certificate is issued.',
      fr: 'Le certificat A1 est délivré.',
      nl: 'De A1-verklaring is afgegeven.',
      sv: 'A1-intyget är utfärdat.',
      de: 'Die A1-Bescheinigung ist ausgestellt.',
    },
    refused: {
      en: 'The institution refused the A1 certificate.',
      fr: 'L’institution a refusé le certificat A1.',
      nl: 'De instelling weigerde de A1-verklaring.',
      sv: 'Institutionen avslog A1-intyget.',
      de: 'Der Träger hat die A1-Bescheinigung abgelehnt.',
    },
    withdrawn: {
      en: 'The A1 certificate or its request was withdrawn.',
      fr: 'Le certificat A1 ou sa demande a été retiré.',
      nl: 'De A1-verklaring of de aanvraag is ingetrokken.',
      sv: 'A1-intyget eller ansökan har återkallats.',
      de: 'Die A1-Bescheinigung oder ihr Antrag wurde zurückgezogen.',
    },
  } satisfies Record<A1Status, Words>,
  noBorder: {
    en: 'The work is done in the country of the cooperative: nobody is posted.',
    fr: 'Le travail se fait dans le pays de la coopérative : personne n’est détaché.',
    nl: 'Het werk gebeurt in het land van de coöperatie: niemand wordt gedetacheerd.',
    sv: 'Arbetet utförs i kooperativets land: ingen sänds ut.',
    de: 'Die Arbeit geschieht im Land der Genossenschaft: Niemand wird entsandt.',
  },
  noticeGiven: {
    en: 'The posting notice is given, and its number is recorded.',
    fr: 'La déclaration de détachement est faite, et son numéro est enregistré.',
    nl: 'De detacheringsmelding is gedaan en haar nummer is vastgelegd.',
    sv: 'Utstationeringen är anmäld och numret är registrerat.',
    de: 'Die Entsendung ist gemeldet, und ihre Nummer ist erfasst.',
  },
  noVerdict: {
    en: 'The guarantee fund has not looked at this mission yet.',
    fr: 'Le fonds de garantie n’a pas encore examiné cette mission.',
    nl: 'Het garantiefonds heeft deze opdracht nog niet bekeken.',
    sv: 'Garantifonden har inte bedömt uppdraget ännu.',
    de: 'Der Garantiefonds hat diesen Auftrag noch nicht geprüft.',
  },
  verdicts: {
    covered: {
      en: 'The guarantee fund covers this mission.',
      fr: 'Le fonds de garantie couvre cette mission.',
      nl: 'Het garantiefonds dekt deze opdracht.',
      sv: 'Garantifonden täcker uppdraget.',
      de: 'Der Garantiefonds deckt diesen Auftrag.',
    },
    'not-covered': {
      en: 'The guarantee fund does not cover this mission; the wage is paid on its day all the same.',
      fr: 'Le fonds de garantie ne couvre pas cette mission ; le salaire est payé au jour prévu malgré tout.',
      nl: 'Het garantiefonds dekt deze opdracht niet; het loon wordt toch op zijn dag betaald.',
      sv: 'Garantifonden täcker inte uppdraget; lönen betalas ändå på utsatt dag.',
      de: 'Der Garantiefonds deckt diesen Auftrag nicht; der Lohn wird trotzdem an seinem Tag gezahlt.',
    },
    conditional: {
      en: 'The guarantee fund will cover this mission once what is open is done.',
      fr: 'Le fonds de garantie couvrira cette mission dès que ce qui manque sera fait.',
      nl: 'Het garantiefonds dekt deze opdracht zodra gedaan is wat openstaat.',
      sv: 'Garantifonden täcker uppdraget när det som återstår är gjort.',
      de: 'Der Garantiefonds deckt diesen Auftrag, sobald das Offene erledigt ist.',
    },
  } satisfies Record<GuaranteeSaid['verdict'], Words>,
  late: {
    en: 'Our practice is to ask {days} days before, though no law names a day, and the mission begins on {first}: ask for the A1 certificate now.',
    fr: 'Notre usage est d’introduire la demande {days} jours à l’avance, bien qu’aucune loi ne fixe de délai, et la mission commence le {first} : demandez le certificat A1 maintenant.',
    nl: 'Wij vragen ze gewoonlijk {days} dagen vooraf aan, al noemt geen wet een dag, en de opdracht begint op {first}: vraag de A1-verklaring nu aan.',
    sv: 'Vår praxis är att ansöka {days} dagar i förväg, även om ingen lag anger någon frist, och uppdraget börjar {first}: ansök om A1-intyget nu.',
    de: 'Wir beantragen üblicherweise {days} Tage vorher, auch wenn kein Gesetz einen Tag nennt, und der Auftrag beginnt am {first}: Beantragen Sie die A1-Bescheinigung jetzt.',
  },
} as const;

/** What people call each gate. */
export const gateNameWords: Readonly<Record<GateName, Words>> = {
  legislation: {
    en: 'The law that applies',
    fr: 'Législation applicable',
    nl: 'Het toepasselijke recht',
    sv: 'Tillämplig lagstiftning',
    de: 'Das anwendbare Recht',
  },
  a1: { en: 'A1 certificate', fr: 'Certificat A1', nl: 'A1-verklaring', sv: 'A1-intyg', de: 'A1-Bescheinigung' },
  notice: {
    en: 'Posting notice',
    fr: 'Déclaration de détachement',
    nl: 'Detacheringsmelding',
    sv: 'Anmälan om utstationering',
    de: 'Entsendemeldung',
  },
  guarantee: {
    en: 'Guarantee fund',
    fr: 'Fonds de garantie',
    nl: 'Garantiefonds',
    sv: 'Garantifond',
    de: 'Garantiefonds',
  },
};

/** The same sentence with its parameters filled in. */
export const filled = (words: Words, params: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [
      language,
      text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole),
    ]),
  ) as Words;

/** The same sentence about days, from the first to the last of them: `2026-03-23 – 2026-03-27`. */
export function withDays(words: Words, days: readonly PlainDate[]): Words {
  const each = days.toSorted();
  const [first, last] = [each[0]!, each.at(-1)!];
  return filled(words, { days: first === last ? first : `${first} – ${last}` });
}
