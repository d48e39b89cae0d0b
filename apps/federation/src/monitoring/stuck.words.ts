import { inLanguage, type Language, type Words } from '@passerelle/doors';
import type { StuckCause, StuckItem } from './stuck.js';

/** What each cause means and what to do; {0} sends, {1} receives. */
const sentences: Readonly<Record<StuckCause, Words>> = {
  'not-acknowledged': {
    en: '{1} does not acknowledge what {0} says. Look whether the node and the NATS server of {1} run; {0} sends again by itself.',
    fr: '{1} ne confirme pas ce que dit {0}. Vérifiez si le nœud et le serveur NATS de {1} tournent ; {0} renvoie automatiquement.',
    nl: '{1} bevestigt niet wat {0} zegt. Kijk of het knooppunt en de NATS-server van {1} draaien; {0} verstuurt vanzelf opnieuw.',
    sv: '{1} bekräftar inte vad {0} säger. Se efter om noden och NATS-servern hos {1} är i gång; {0} skickar om automatiskt.',
    de: '{1} bestätigt nicht, was {0} sagt. Prüfen Sie, ob Knoten und NATS-Server von {1} laufen; {0} sendet von selbst erneut.',
  },
  silent: {
    en: 'What {0} says to {1} waits, and one of them is silent. Look whether its node runs and reaches the federation; what waits is sent by itself when it is back.',
    fr: 'Ce que {0} dit à {1} attend, et l’un des deux se tait. Vérifiez si son nœud tourne et atteint la fédération ; ce qui attend part automatiquement à son retour.',
    nl: 'Wat {0} aan {1} zegt, wacht, en een van beide zwijgt. Kijk of dat knooppunt draait en de federatie bereikt; wat wacht, vertrekt vanzelf als het terug is.',
    sv: 'Det {0} säger till {1} väntar, och en av dem är tyst. Se efter om den noden är i gång och når federationen; det som väntar skickas automatiskt när den är tillbaka.',
    de: 'Was {0} an {1} sagt, wartet, und einer von beiden schweigt. Prüfen Sie, ob dessen Knoten läuft und die Föderation erreicht; was wartet, geht von selbst hinaus, sobald er zurück ist.',
  },
  'no-greeting': {
    en: '{0} and {1} have not greeted each other since one of them started. Look whether each reaches the other’s NATS server.',
    fr: '{0} et {1} ne se sont pas salués depuis le démarrage de l’un d’eux. Vérifiez que chacun atteint le serveur NATS de l’autre.',
    nl: '{0} en {1} hebben elkaar niet begroet sinds een van beide startte. Kijk of elk de NATS-server van de ander bereikt.',
    sv: '{0} och {1} har inte hälsat på varandra sedan en av dem startade. Se efter om båda når den andras NATS-server.',
    de: '{0} und {1} haben einander nicht begrüßt, seit einer gestartet ist. Prüfen Sie, ob jeder den NATS-Server des anderen erreicht.',
  },
  'two-histories': {
    en: '{0} and {1} hold different histories. The channel is frozen; the people of both compare what each holds and decide.',
    fr: '{0} et {1} ont deux historiques différents. Le canal est gelé ; les deux équipes comparent et décident.',
    nl: '{0} en {1} hebben een verschillende geschiedenis. Het kanaal is bevroren; de mensen van beide vergelijken en beslissen.',
    sv: '{0} och {1} har olika historik. Kanalen är fryst; personalen på båda sidor jämför och beslutar.',
    de: '{0} und {1} haben verschiedene Verläufe. Der Kanal ist eingefroren; die Leute beider Seiten vergleichen und entscheiden.',
  },
  'room-failed': {
    en: 'A message of {0} fails at {1} and is tried again. A system administrator of {1} sees why, and can retry, pause or park it.',
    fr: 'Un message de {0} échoue chez {1} et sera réessayé. Un administrateur de {1} voit pourquoi et peut réessayer, suspendre ou écarter.',
    nl: 'Een bericht van {0} mislukt bij {1} en wordt opnieuw geprobeerd. Een systeembeheerder van {1} ziet waarom en kan het herhalen, pauzeren of parkeren.',
    sv: 'Ett meddelande från {0} misslyckas hos {1} och görs om. En administratör hos {1} ser varför och kan försöka, pausa eller lägga undan det.',
    de: 'Eine Nachricht von {0} scheitert bei {1} und wird wiederholt. Die Systemverwaltung von {1} sieht, warum, und kann sie wiederholen, anhalten oder parken.',
  },
  paused: {
    en: 'A message of {0} fails at {1}, where a person has paused it. A system administrator of {1} can resume or park it.',
    fr: 'Un message de {0} échoue chez {1}, où une personne l’a suspendu. Un administrateur de {1} peut le reprendre ou l’écarter.',
    nl: 'Een bericht van {0} mislukt bij {1}, waar iemand het heeft gepauzeerd. Een systeembeheerder van {1} kan het hervatten of parkeren.',
    sv: 'Ett meddelande från {0} misslyckas hos {1}, där någon har pausat det. En administratör hos {1} kan återuppta eller lägga undan det.',
    de: 'Eine Nachricht von {0} scheitert bei {1}, wo jemand sie angehalten hat. Die Systemverwaltung von {1} kann sie fortsetzen oder parken.',
  },
};

export const stuckText = ({ cause, from, to }: StuckItem, language: Language): string =>
  inLanguage(sentences[cause], language).replaceAll('{0}', from).replaceAll('{1}', to);
