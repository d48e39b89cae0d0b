import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import { localeOf } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { PasswordLinkRefusal } from './password-link.js';

const over = problemKind({
  slug: 'password-link-over',
  status: 410,
  title: {
    en: 'This link no longer works',
    fr: 'Ce lien ne fonctionne plus',
    nl: 'Deze link werkt niet meer',
    sv: 'Länken fungerar inte längre',
    de: 'Dieser Link gilt nicht mehr',
  },
  cure: {
    en: 'A link to choose a password works once and for a limited time, and only the newest one. Ask for a new one at /password.',
    fr: 'Un lien pour choisir un mot de passe fonctionne une seule fois, pendant un temps limité, et seul le plus récent fonctionne. Demandez-en un nouveau sur /password.',
    nl: 'Een link om een wachtwoord te kiezen werkt één keer en een beperkte tijd, en alleen de nieuwste. Vraag een nieuwe aan op /password.',
    sv: 'En länk för att välja lösenord fungerar en gång och under en begränsad tid, och bara den nyaste gäller. Be om en ny på /password.',
    de: 'Ein Link zum Wählen eines Passworts gilt einmal und für begrenzte Zeit, und nur der neueste. Fordern Sie unter /password einen neuen an.',
  },
});

export const askedTooOften = problemKind({
  slug: 'asked-too-often',
  status: 429,
  title: {
    en: 'You have asked for several links already',
    fr: 'Vous avez déjà demandé plusieurs liens',
    nl: 'U hebt al meerdere links aangevraagd',
    sv: 'Du har redan bett om flera länkar',
    de: 'Sie haben schon mehrere Links angefordert',
  },
  cure: {
    en: 'Only the newest link works: look for it in your mail, also among the unwanted mail. The header "Retry-After" says after how many seconds you can ask again.',
    fr: 'Seul le lien le plus récent fonctionne : cherchez-le dans vos courriers, y compris les indésirables. L’en-tête « Retry-After » indique après combien de secondes vous pouvez redemander.',
    nl: 'Alleen de nieuwste link werkt: zoek hem in uw e-mail, ook bij de ongewenste berichten. De kop "Retry-After" zegt na hoeveel seconden u opnieuw kunt vragen.',
    sv: 'Bara den nyaste länken fungerar: leta bland din e-post, även i skräpposten. HTTP-huvudet ”Retry-After” anger efter hur många sekunder du kan be igen.',
    de: 'Nur der neueste Link gilt: Suchen Sie ihn in Ihren E-Mails, auch im Spam. Die Kopfzeile „Retry-After“ nennt die Sekunden, nach denen Sie erneut fragen können.',
  },
});

/** What to do meanwhile, and for how long. */
export function waitToAsk(seconds: number): Words {
  const time = (language: Language): string =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(
      Math.ceil(seconds / 60),
    );
  return {
    en: `Look for the newest one in your mail, also among the unwanted mail. You can ask again in ${time('en')}.`,
    fr: `Cherchez le plus récent dans vos courriers, y compris les indésirables. Vous pourrez redemander dans ${time('fr')}.`,
    nl: `Zoek de nieuwste in uw e-mail, ook bij de ongewenste berichten. U kunt opnieuw vragen over ${time('nl')}.`,
    sv: `Leta efter den nyaste bland din e-post, även i skräpposten. Du kan be igen om ${time('sv')}.`,
    de: `Suchen Sie den neuesten in Ihren E-Mails, auch im Spam. Sie können in ${time('de')} erneut fragen.`,
  };
}

const becauseOf: Readonly<Record<'used' | 'withdrawn' | 'ended', Words>> = {
  used: {
    en: 'A password was chosen with it already. Sign in with that one, or ask for a new link.',
    fr: 'Un mot de passe a déjà été choisi par ce lien. Connectez-vous avec celui-là, ou demandez un nouveau lien.',
    nl: 'Er is al een wachtwoord mee gekozen. Meld u daarmee aan, of vraag een nieuwe link.',
    sv: 'Ett lösenord har redan valts med den. Logga in med det, eller be om en ny länk.',
    de: 'Damit wurde schon ein Passwort gewählt. Melden Sie sich mit diesem an, oder fordern Sie einen neuen Link an.',
  },
  withdrawn: {
    en: 'A newer link was sent since. Use that one, or ask for another.',
    fr: 'Un lien plus récent a été envoyé depuis. Utilisez celui-là, ou demandez-en un autre.',
    nl: 'Er is sindsdien een nieuwere link verstuurd. Gebruik die, of vraag een andere.',
    sv: 'En nyare länk har skickats sedan dess. Använd den, eller be om en till.',
    de: 'Seither wurde ein neuerer Link gesendet. Benutzen Sie diesen, oder fordern Sie noch einen an.',
  },
  ended: {
    en: 'Its time is over. Ask for a new link.',
    fr: 'Il a expiré. Demandez un nouveau lien.',
    nl: 'Hij is verlopen. Vraag een nieuwe link.',
    sv: 'Den har gått ut. Be om en ny länk.',
    de: 'Seine Zeit ist abgelaufen. Fordern Sie einen neuen Link an.',
  },
};

export const passwordLinkProblems = refusalTable<PasswordLinkRefusal>({
  'unknown-link': () => new Problem(notFound),
  'link-over': ({ state }) => new Problem(over, { detail: becauseOf[state], extra: { state } }),
});
