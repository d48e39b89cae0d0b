import type { Catalogue } from '../en/index.js';

export const access: Catalogue['access'] = {
  provider: {
    signIn: 'Aanmelden met {{name}}',
    stale: 'Deze aanmelding duurde te lang of begon in een ander venster. Begin opnieuw.',
    cancelled: '{{name}} liet u niet binnen. Probeer opnieuw of gebruik uw wachtwoord.',
    'not-believed':
      'Het antwoord van {{name}} is niet te vertrouwen. Begin opnieuw; blijft het, meld het aan de systeembeheerder.',
    away: '{{name}} antwoordt nu niet. Gebruik uw wachtwoord of probeer later opnieuw.',
    unverified: '{{name}} bevestigt uw e-mailadres niet. Bevestig het daar, of gebruik uw wachtwoord.',
    'unknown-person': 'Niemand heeft hier het adres dat {{name}} geeft. Vraag uw coöperatie om een account.',
    'no-role': '{{name}} geeft u hier geen rol. Vraag het aan de systeembeheerder.',
    'factor-needed':
      '{{name}} vroeg u geen tweede factor, die uw rol nodig heeft. Zet die daar aan, of gebruik uw wachtwoord.',
  },
  factor: {
    app: 'Authenticatie-app',
    present: 'Bij elke aanmelding wordt uw tweede factor gevraagd.',
    provider:
      'Uw tweede factor werd gevraagd waar u zich aanmeldde. U kunt een toegangssleutel of een app toevoegen om met een wachtwoord aan te melden.',
    missing:
      'U ziet gegevens van anderen: stel eerst een toegangssleutel in, of een app die voor elke aanmelding een code toont.',
    none: 'U kunt een toegangssleutel toevoegen, of een app die voor elke aanmelding een code toont.',
    why: 'Wie uw wachtwoord te weten komt, kan zich nog niet aanmelden. U hebt een authenticatie-app op uw telefoon nodig; elke app is goed.',
    begin: 'Een app instellen',
    scan: 'Scan dit vierkant met de app.',
    square: 'Vierkante code voor de app',
    open: 'De app op deze telefoon openen',
    type: 'Of typ dit in de app:',
    code: 'Code van de app',
    codeHint: 'Zes cijfers die elke halve minuut veranderen.',
    confirm: 'Afronden',
    remove: 'De app verwijderen',
  },
  passkey: {
    title: 'Toegangssleutels',
    why: 'Uw telefoon, uw computer of een beveiligingssleutel bewaart een toegangssleutel voor u. U meldt zich ermee aan in plaats van met een wachtwoord, of hij wordt na het wachtwoord gevraagd.',
    list: 'Uw toegangssleutels',
    none: 'U hebt er nog geen.',
    name: 'Naam van een nieuwe sleutel',
    nameHint: 'Zoals “Mijn telefoon”.',
    password: 'Uw wachtwoord',
    passwordHint: 'Daarmee worden sleutels toegevoegd en verwijderd.',
    add: 'Een toegangssleutel toevoegen',
    remove: '{{name}} verwijderen',
    of: 'Sleutel',
    removal: 'Verwijderen',
    made: 'Toegevoegd',
    used: 'Laatst gebruikt',
    never: 'nooit',
    signIn: 'Aanmelden met een toegangssleutel',
    use: 'Uw toegangssleutel gebruiken',
    needed: 'Ook uw toegangssleutel wordt gevraagd.',
    noName:
      'Hier zijn er geen, want het adres van dit programma bestaat uit cijfers. Vraag de systeembeheerder om een adres met een naam.',
    at: 'Ze werken alleen op {{address}}. Open het programma daar.',
    unable: 'Deze browser kent geen toegangssleutels.',
    cancelled: 'Er is niets gebeurd: de vraag werd gesloten of duurde te lang. U kunt opnieuw proberen.',
    elsewhere: 'De browser staat op dit adres geen toegangssleutel toe. Open het programma op zijn eigen adres.',
    known: 'Dit toestel heeft al een toegangssleutel voor dit account.',
    failed: 'De browser kon dit niet doen. Probeer opnieuw of gebruik een ander toestel.',
  },
};
