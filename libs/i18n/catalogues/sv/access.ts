import type { Catalogue } from '../en/index.js';

export const access: Catalogue['access'] = {
  provider: {
    signIn: 'Logga in med {{name}}',
    stale: 'Inloggningen tog för lång tid eller började i ett annat fönster. Börja om.',
    cancelled: '{{name}} släppte inte in dig. Försök igen eller använd ditt lösenord.',
    'not-believed':
      'Svaret från {{name}} går inte att lita på. Börja om; om det kvarstår, säg till systemadministratören.',
    away: '{{name}} svarar inte just nu. Använd ditt lösenord eller försök igen senare.',
    unverified: '{{name}} bekräftar inte din e-postadress. Bekräfta den där, eller använd ditt lösenord.',
    'unknown-person': 'Ingen här har adressen som {{name}} anger. Be kooperativet om ett konto.',
    'no-role': '{{name}} ger dig ingen roll här. Fråga systemadministratören.',
    'factor-needed':
      '{{name}} bad inte om någon andra faktor, som din roll behöver. Slå på den där, eller använd ditt lösenord.',
  },
  factor: {
    app: 'Autentiseringsapp',
    present: 'Vid varje inloggning frågas efter din andra faktor.',
    provider:
      'Din andra faktor efterfrågades där du loggade in. Du kan lägga till en lösennyckel eller en app för att logga in med lösenord.',
    missing:
      'Du ser andras uppgifter: ställ först in en lösennyckel, eller en app som visar en kod för varje inloggning.',
    none: 'Du kan lägga till en lösennyckel, eller en app som visar en kod för varje inloggning.',
    why: 'Den som får veta ditt lösenord kan ändå inte logga in. Du behöver en autentiseringsapp i telefonen; vilken som helst duger.',
    begin: 'Ställ in en app',
    scan: 'Skanna rutan med appen.',
    square: 'Kodruta för appen',
    open: 'Öppna appen på den här telefonen',
    type: 'Eller skriv detta i appen:',
    code: 'Kod från appen',
    codeHint: 'Sex siffror som byts varje halvminut.',
    confirm: 'Slutför',
    remove: 'Ta bort appen',
  },
  passkey: {
    title: 'Lösennycklar',
    why: 'Din telefon, din dator eller en säkerhetsnyckel sparar en lösennyckel åt dig. Du loggar in med den i stället för lösenord, eller så frågas efter den efter lösenordet.',
    list: 'Dina lösennycklar',
    none: 'Du har ingen än.',
    name: 'Namn på en ny nyckel',
    nameHint: 'Till exempel ”Min telefon”.',
    password: 'Ditt lösenord',
    passwordHint: 'Med det läggs nycklar till och tas bort.',
    add: 'Lägg till en lösennyckel',
    remove: 'Ta bort {{name}}',
    of: 'Nyckel',
    removal: 'Ta bort',
    made: 'Tillagd',
    used: 'Senast använd',
    never: 'aldrig',
    signIn: 'Logga in med en lösennyckel',
    use: 'Använd din lösennyckel',
    needed: 'Det frågas också efter din lösennyckel.',
    noName:
      'Här finns inga, eftersom programmets adress består av siffror. Be systemadministratören om en adress med ett namn.',
    at: 'De fungerar bara på {{address}}. Öppna programmet där.',
    unable: 'Den här webbläsaren känner inte till lösennycklar.',
    cancelled: 'Inget gjordes: frågan stängdes eller tog för lång tid. Du kan försöka igen.',
    elsewhere: 'Webbläsaren tillåter ingen lösennyckel på den här adressen. Öppna programmet på dess egen adress.',
    known: 'Den här enheten har redan en lösennyckel för kontot.',
    failed: 'Webbläsaren kunde inte göra detta. Försök igen eller använd en annan enhet.',
  },
};
