import { problemKind } from '../problems/problem.js';

export const signInNeeded = problemKind({
  slug: 'sign-in-needed',
  status: 401,
  title: {
    en: 'Please sign in first',
    fr: 'Veuillez d’abord vous connecter',
    nl: 'Meld u eerst aan',
    sv: 'Logga in först',
    de: 'Bitte melden Sie sich zuerst an',
  },
  cure: {
    en: 'Nobody is signed in, or the session has ended after a pause. Sign in and try again; nothing has been changed.',
    fr: 'Personne n’est connecté, ou la session a pris fin après une pause. Connectez-vous et réessayez ; rien n’a été modifié.',
    nl: 'Er is niemand aangemeld, of de sessie liep af na een pauze. Meld u aan en probeer opnieuw; er is niets veranderd.',
    sv: 'Ingen är inloggad, eller så har sessionen avslutats efter en paus. Logga in och försök igen; inget har ändrats.',
    de: 'Niemand ist angemeldet, oder die Sitzung ist nach einer Pause beendet worden. Melden Sie sich an und versuchen Sie es erneut; nichts wurde geändert.',
  },
});

export const wrongSignIn = problemKind({
  slug: 'wrong-sign-in',
  status: 401,
  title: {
    en: 'E-mail address and password do not belong together',
    fr: 'L’adresse e-mail et le mot de passe ne correspondent pas',
    nl: 'E-mailadres en wachtwoord horen niet bij elkaar',
    sv: 'E-postadress och lösenord hör inte ihop',
    de: 'E-Mail-Adresse und Passwort passen nicht zusammen',
  },
  cure: {
    en: 'Check both for typing mistakes. If you have forgotten your password, ask for a link to choose a new one; your cooperative can help.',
    fr: 'Vérifiez que les deux sont bien saisis. Si vous avez oublié votre mot de passe, demandez un lien pour en choisir un autre ; votre coopérative peut vous aider.',
    nl: 'Controleer beide op typfouten. Bent u uw wachtwoord vergeten, vraag dan een link om een nieuw te kiezen; uw coöperatie kan u helpen.',
    sv: 'Kontrollera att båda är rätt skrivna. Har du glömt lösenordet kan du be om en länk för att välja ett nytt; kooperativet kan hjälpa dig.',
    de: 'Prüfen Sie beides auf Tippfehler. Haben Sie Ihr Passwort vergessen, fordern Sie einen Link an, um ein neues zu wählen; Ihre Genossenschaft hilft Ihnen.',
  },
});

export const secondFactorNeeded = problemKind({
  slug: 'second-factor-needed',
  status: 403,
  title: {
    en: 'Set up a second factor first',
    fr: 'Configurez d’abord un second facteur',
    nl: 'Stel eerst een tweede factor in',
    sv: 'Lägg först till en andra faktor',
    de: 'Richten Sie zuerst einen zweiten Faktor ein',
  },
  cure: {
    en: 'People who see the data of others sign in with a passkey, or with a password and a code. Open /me/second-factor, or POST /api/v1/session/second-factor.',
    fr: 'Toute personne qui voit les données d’autrui se connecte avec une clé d’accès, ou avec un mot de passe et un code. Ouvrez /me/second-factor, ou POST /api/v1/session/second-factor.',
    nl: 'Wie gegevens van anderen ziet, meldt zich aan met een toegangssleutel, of met een wachtwoord en een code. Open /me/second-factor, of POST /api/v1/session/second-factor.',
    sv: 'Den som ser andras uppgifter loggar in med en lösennyckel, eller med lösenord och kod. Öppna /me/second-factor, eller POST /api/v1/session/second-factor.',
    de: 'Wer Daten anderer sieht, meldet sich mit einem Passkey an, oder mit Passwort und Code. Öffnen Sie /me/second-factor, oder POST /api/v1/session/second-factor.',
  },
});

export const tooManyAttempts = problemKind({
  slug: 'too-many-attempts',
  status: 429,
  title: {
    en: 'Too many attempts to sign in',
    fr: 'Trop de tentatives de connexion',
    nl: 'Te veel pogingen om aan te melden',
    sv: 'För många inloggningsförsök',
    de: 'Zu viele Anmeldeversuche',
  },
  cure: {
    en: 'For safety there is a pause after several wrong passwords. The header "Retry-After" says after how many seconds to try again.',
    fr: 'Par sécurité, une pause suit plusieurs mots de passe erronés. L’en-tête « Retry-After » indique après combien de secondes réessayer.',
    nl: 'Voor de veiligheid volgt er een pauze na meerdere foute wachtwoorden. De kop "Retry-After" zegt na hoeveel seconden u opnieuw kunt proberen.',
    sv: 'Av säkerhetsskäl blir det en paus efter flera felaktiga lösenord. HTTP-huvudet ”Retry-After” anger efter hur många sekunder du kan försöka igen.',
    de: 'Zur Sicherheit folgt auf mehrere falsche Passwörter eine Pause. Die Kopfzeile „Retry-After“ nennt die Sekunden bis zum nächsten Versuch.',
  },
});

export const notAllowed = problemKind({
  slug: 'not-allowed',
  status: 403,
  title: {
    en: 'Your role does not allow this',
    fr: 'Votre rôle ne permet pas cela',
    nl: 'Uw rol laat dit niet toe',
    sv: 'Din roll tillåter inte detta',
    de: 'Ihre Rolle erlaubt dies nicht',
  },
  cure: {
    en: 'The problem names the roles that may do this. Ask one of these people, or ask the system administrator for the role.',
    fr: 'Le problème nomme les rôles qui peuvent le faire. Adressez-vous à l’une de ces personnes ou demandez le rôle à l’administrateur du système.',
    nl: 'Het probleem noemt de rollen die dit mogen. Vraag het aan een van hen, of vraag de rol aan de systeembeheerder.',
    sv: 'Problemet anger vilka roller som får göra detta. Be någon av dem, eller be systemadministratören om rollen.',
    de: 'Das Problem nennt die Rollen, die das dürfen. Bitten Sie eine dieser Personen oder die Systemverwaltung um die Rolle.',
  },
});

export const otherOrigin = problemKind({
  slug: 'other-origin',
  status: 403,
  title: {
    en: 'The request comes from another website',
    fr: 'La requête vient d’un autre site',
    nl: 'Het verzoek komt van een andere website',
    sv: 'Anropet kommer från en annan webbplats',
    de: 'Die Anfrage kommt von einer anderen Website',
  },
  cure: {
    en: 'Changes are taken only from this program’s own pages, so that no other website can act in your name. Open the program by its own address.',
    fr: 'Les modifications ne sont acceptées que depuis les pages de ce programme, afin qu’aucun autre site n’agisse en votre nom. Ouvrez le programme par sa propre adresse.',
    nl: 'Wijzigingen worden enkel aanvaard vanaf de eigen pagina’s van dit programma, zodat geen andere website in uw naam kan handelen. Open het programma via zijn eigen adres.',
    sv: 'Ändringar tas bara emot från programmets egna sidor, så att ingen annan webbplats kan agera i ditt namn. Öppna programmet via dess egen adress.',
    de: 'Änderungen werden nur von den eigenen Seiten dieses Programms angenommen, damit keine andere Website in Ihrem Namen handelt. Öffnen Sie das Programm über seine eigene Adresse.',
  },
});
