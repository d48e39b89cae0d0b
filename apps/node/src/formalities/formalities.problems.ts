import {
  type Language,
  languages,
  notFound,
  Problem,
  problemKind,
  publicId,
  refusalTable,
  type Words,
} from '@passerelle/doors';
import { type GateName, isThrough } from './gate.js';
import { gateNameWords } from './gates.words.js';
import type { FormalityRefusal } from './formalities.service.js';

/** What a record about the formalities rests on. */
export const formalityFields: Readonly<Record<'facts' | 'requests' | 'notice' | 'gates', Words>> = {
  facts: {
    en: 'what was stated about the posting',
    fr: 'ce qui a été indiqué sur le détachement',
    nl: 'wat over de detachering is opgegeven',
    sv: 'det som har uppgetts om utsändningen',
    de: 'die Angaben zur Entsendung',
  },
  requests: {
    en: 'the request for the A1 certificate',
    fr: 'la demande de certificat A1',
    nl: 'de aanvraag van de A1-verklaring',
    sv: 'begäran om A1-intyget',
    de: 'der Antrag auf die A1-Bescheinigung',
  },
  notice: {
    en: 'the posting notice',
    fr: 'la déclaration de détachement',
    nl: 'de detacheringsmelding',
    sv: 'anmälan om utsändningen',
    de: 'die Entsendemeldung',
  },
  gates: {
    en: 'what still stands before the first day',
    fr: 'ce qu’il reste à faire avant le premier jour',
    nl: 'wat er vóór de eerste dag nog moet gebeuren',
    sv: 'det som återstår före den första dagen',
    de: 'was vor dem ersten Tag noch zu tun ist',
  },
};

/** Somebody who answers for one gate has seen that gate. */
export const gateSeen = (gate: GateName): Readonly<Record<string, Words>> => ({
  [`gates/${gate}`]: gateNameWords[gate],
});

const gatesShut = problemKind({
  slug: 'formalities-open',
  status: 409,
  title: {
    en: 'The work cannot begin: formalities are open',
    fr: 'Le travail ne peut pas commencer : des formalités restent ouvertes',
    nl: 'Het werk kan niet beginnen: er staan formaliteiten open',
    sv: 'Arbetet kan inte börja: formaliteter återstår',
    de: 'Die Arbeit kann nicht beginnen: Formalitäten sind offen',
  },
  cure: {
    en: '"gates" names each open step with who has to act and by when. The work begins by itself once all are done; an adviser can answer for a certificate that is asked for and has not come.',
    fr: '« gates » nomme chaque étape ouverte, qui doit agir et pour quand. Le travail commence automatiquement quand tout est fait ; un conseiller peut répondre d’un certificat demandé qui n’est pas arrivé.',
    nl: '"gates" noemt elke open stap, wie moet handelen en tegen wanneer. Het werk begint vanzelf als alles gedaan is; een adviseur kan instaan voor een verklaring die is aangevraagd en nog niet kwam.',
    sv: '”gates” anger varje öppet steg, vem som ska agera och när. Arbetet börjar automatiskt när allt är klart; en rådgivare kan ta ansvar för ett intyg som är sökt men inte har kommit.',
    de: '„gates“ nennt jeden offenen Schritt, wer handeln muss und bis wann. Die Arbeit beginnt von selbst, sobald alles erledigt ist; die Beratung kann für eine beantragte, noch nicht eingetroffene Bescheinigung einstehen.',
  },
});

const stepRefused = problemKind({
  slug: 'formality-refused',
  status: 409,
  title: {
    en: 'This cannot be recorded about the formalities now',
    fr: 'Cela ne peut pas être enregistré maintenant dans les formalités',
    nl: 'Dit kan nu niet bij de formaliteiten worden vastgelegd',
    sv: 'Detta kan inte registreras bland formaliteterna nu',
    de: 'Das kann jetzt nicht zu den Formalitäten erfasst werden',
  },
  cure: {
    en: 'A request for a certificate is prepared, handed in and answered, in this order. The answer says where it stands and what can follow.',
    fr: 'Une demande de certificat est préparée, introduite puis reçoit réponse, dans cet ordre. La réponse dit où elle en est et ce qui peut suivre.',
    nl: 'Een aanvraag wordt voorbereid, ingediend en beantwoord, in die volgorde. Het antwoord zegt waar ze staat en wat kan volgen.',
    sv: 'En ansökan förbereds, lämnas in och besvaras, i den ordningen. Svaret säger var den är och vad som kan följa.',
    de: 'Ein Antrag wird vorbereitet, eingereicht und beantwortet, in dieser Reihenfolge. Die Antwort sagt, wo er steht und was folgen kann.',
  },
});

const stepMisfit = problemKind({
  slug: 'formality-does-not-fit',
  status: 422,
  title: {
    en: 'The certificate does not fit together',
    fr: 'Le certificat n’est pas cohérent',
    nl: 'De verklaring klopt niet',
    sv: 'Intyget går inte ihop',
    de: 'Die Angaben der Bescheinigung passen nicht zusammen',
  },
  cure: {
    en: '"errors" names the field and what to do; nothing has been kept.',
    fr: '« errors » nomme le champ et le remède ; rien n’a été conservé.',
    nl: '"errors" noemt het veld en wat te doen; er is niets bewaard.',
    sv: '”errors” anger fältet och vad du kan göra; inget har sparats.',
    de: '„errors“ nennt Feld und Abhilfe; nichts wurde gespeichert.',
  },
});

const inEach = (say: (language: Language) => string): Words =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Words;

export const formalityProblems = refusalTable<FormalityRefusal>({
  'no-such-mission': () => new Problem(notFound),
  'only-the-home': () =>
    new Problem(stepRefused, {
      en: 'Only the home branch, which employs the worker, sees to formalities.',
      fr: 'Seule la coopérative d’origine, qui emploie la personne, s’occupe des formalités.',
      nl: 'Alleen de thuiscoöperatie, die de werknemer in dienst heeft, zorgt voor de formaliteiten.',
      sv: 'Bara hemkooperativet, som anställer personen, sköter formaliteterna.',
      de: 'Nur die Heimatgenossenschaft, die die Person anstellt, kümmert sich um die Formalitäten.',
    }),
  'certificate-not-required': () =>
    new Problem(stepRefused, {
      en: 'No certificate is needed, or it is not known yet which law applies: see "law".',
      fr: 'Aucun certificat n’est nécessaire, ou on ne sait pas encore quelle législation s’applique.',
      nl: 'Er is geen verklaring nodig, of het is nog niet bekend welk recht van toepassing is.',
      sv: 'Inget intyg behövs, eller så är det ännu inte känt vilken lagstiftning som gäller.',
      de: 'Es ist keine Bescheinigung nötig, oder es steht noch nicht fest, welches Recht gilt.',
    }),
  'not-waiting': ({ state }) =>
    new Problem(stepRefused, {
      detail: {
        en: `The mission is "${state}".`,
        fr: 'La mission n’attend pas de formalités maintenant. Rechargez la page pour voir où elle en est.',
        nl: 'De opdracht wacht nu niet op formaliteiten. Laad de pagina opnieuw om te zien waar ze staat.',
        sv: 'Uppdraget väntar inte på formaliteter nu. Ladda om sidan för att se var det är.',
        de: 'Der Auftrag wartet jetzt nicht auf Formalitäten. Laden Sie die Seite neu, um zu sehen, wo er steht.',
      },
      extra: { state },
    }),
  'gate-not-overridable': ({ gate, state }) =>
    new Problem(stepRefused, {
      detail: {
        en: `Nobody can answer for "${gateNameWords[gate].en}" while it is "${state}" as it stands.`,
        fr: `Dans l’état actuel, personne ne peut répondre de l’étape « ${gateNameWords[gate].fr} ».`,
        nl: `Zoals het er nu voor staat, kan niemand instaan voor "${gateNameWords[gate].nl}".`,
        sv: `Som det är nu kan ingen ta ansvar för ”${gateNameWords[gate].sv}”.`,
        de: `So, wie es steht, kann niemand für „${gateNameWords[gate].de}“ einstehen.`,
      },
      extra: { gate, state },
    }),
  'gates-shut': ({ gates }) => {
    const shut = gates.filter((gate) => !isThrough(gate));
    return new Problem(gatesShut, {
      detail: inEach((language) =>
        shut
          .map(({ name, reasons }) => {
            const colon = language === 'fr' ? ' :' : ':';
            return `${gateNameWords[name][language]}${colon} ${reasons.map((reason) => reason[language]).join(' ')}`;
          })
          .join(' '),
      ),
      extra: { gates: shut.map(({ name, state, owner, due }) => ({ name, state, owner, due })) },
    });
  },
  'a1-in-hand': ({ status }) =>
    new Problem(stepRefused, {
      detail: {
        en: `A request is "${status}" already; withdraw it, or record what the institution answered.`,
        fr: 'Il y a déjà une demande ; retirez-la, ou enregistrez la réponse de l’institution.',
        nl: 'Er is al een aanvraag; trek ze in, of leg vast wat de instelling antwoordde.',
        sv: 'Det finns redan en ansökan; dra tillbaka den, eller registrera institutionens svar.',
        de: 'Es gibt schon einen Antrag; ziehen Sie ihn zurück, oder erfassen Sie die Antwort des Trägers.',
      },
      extra: { status },
    }),
  'document-not-kept': ({ document }) =>
    new Problem(stepMisfit, {
      errors: [
        {
          pointer: '#/document',
          code: 'document-not-kept',
          detail: {
            en: `No letter ${publicId('doc', document)} is kept for this worker: send the file to "a1-documents" first.`,
            fr: `Aucun courrier ${publicId('doc', document)} n’est gardé pour cette personne : envoyez d’abord le fichier.`,
            nl: `Voor deze werknemer is geen brief ${publicId('doc', document)} bewaard: stuur eerst het bestand.`,
            sv: `Inget brev ${publicId('doc', document)} är sparat för personen: skicka filen först.`,
            de: `Für diese Person ist kein Schreiben ${publicId('doc', document)} aufbewahrt: Senden Sie zuerst die Datei.`,
          },
        },
      ],
    }),
  'a1-refused': ({ why: { kind, field, rule, detail, remedy } }) => {
    const words = inEach((language) => `${detail.words[language]} ${remedy.words[language]}`);
    return kind === 'not-allowed'
      ? new Problem(stepRefused, { detail: words, extra: { rule } })
      : new Problem(stepMisfit, { errors: [{ pointer: `#/${field}`, code: kind, detail: words }], extra: { rule } });
  },
});
