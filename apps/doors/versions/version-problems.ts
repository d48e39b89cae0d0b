import { problemKind } from '../problems/problem.js';

export const changedMeanwhile = problemKind({
  slug: 'changed-meanwhile',
  status: 412,
  title: {
    en: 'This has changed since you looked at it',
    fr: 'Ceci a changé depuis que vous l’avez consulté',
    nl: 'Dit is veranderd sinds u het bekeek',
    sv: 'Detta har ändrats sedan du såg det',
    de: 'Das hat sich geändert, seit Sie es angesehen haben',
  },
  cure: {
    en: 'The header "If-Match" named an older version; nothing was changed. "errors" names what is different, "now" what it is, "by" and "at" who changed it and when, where that is known. Look again, then send your change with the "ETag" of this answer, or without "If-Match".',
    fr: 'L’en-tête « If-Match » désignait une version antérieure ; rien n’a été modifié. « errors » dit ce qui diffère, « now » ce que c’est, « by » et « at » qui l’a changé et quand, si on le sait. Regardez à nouveau, puis envoyez votre changement avec l’« ETag » de cette réponse, ou sans « If-Match ».',
    nl: 'De kop "If-Match" noemde een oudere versie; er is niets gewijzigd. "errors" noemt wat anders is, "now" wat het is, "by" en "at" wie het wijzigde en wanneer, als dat bekend is. Kijk opnieuw en stuur uw wijziging met de "ETag" van dit antwoord, of zonder "If-Match".',
    sv: 'HTTP-huvudet ”If-Match” angav en äldre version; inget har ändrats. ”errors” anger vad som skiljer, ”now” vad det är, ”by” och ”at” vem som ändrade det och när, om det är känt. Titta igen och skicka sedan ändringen med detta svars ”ETag”, eller utan ”If-Match”.',
    de: 'Die Kopfzeile „If-Match“ nannte eine ältere Fassung; nichts wurde geändert. „errors“ sagt, was anders ist, „now“, was es ist, „by“ und „at“, wer es wann geändert hat, soweit bekannt. Sehen Sie noch einmal nach und senden Sie Ihre Änderung mit dem „ETag“ dieser Antwort oder ohne „If-Match“.',
  },
});
