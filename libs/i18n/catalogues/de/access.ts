import type { Catalogue } from '../en/index.js';

export const access: Catalogue['access'] = {
  signIn: {
    password: 'Passwort',
    submit: 'Anmelden',
    working: 'Anmeldung läuft …',
  },
  ended: 'Ihre Sitzung ist zu Ende. Melden Sie sich wieder an: Ihre Seite und Ihre Eingaben sind noch da.',
  password: {
    title: 'Passwort',
    forgotten: 'Ich habe mein Passwort vergessen',
    choose: 'Wählen Sie Ihr Passwort',
    until: 'Der Link gilt einmal, bis {{moment}}.',
    new: 'Neues Passwort',
    newHint: 'Mindestens 12 Zeichen. Ein Satz ist leicht zu merken.',
    show: 'Passwort anzeigen',
    keep: 'Speichern und anmelden',
    current: 'Ihr jetziges Passwort',
    change: 'Passwort ändern',
    changed: 'Ihr Passwort ist geändert. Auf Ihren anderen Geräten sind Sie abgemeldet.',
    ask: 'Ein Link, um Ihr Passwort zu wählen',
    askWhy: 'Geben Sie Ihre E-Mail-Adresse an, wir senden Ihnen einen Link.',
    send: 'Senden Sie mir einen Link',
    asked: 'Wenn {{email}} hier bekannt ist, ist ein Link unterwegs.',
    askedThen:
      'Nach ein paar Minuten nichts? Sehen Sie im Spam nach, prüfen Sie die Adresse oben und fragen Sie dann Ihre Genossenschaft.',
    again: 'Noch einmal anfordern',
    back: 'Anmelden',
    unknown: 'Dieser Link ist keiner von uns',
    unknownWhy:
      'Wurde er von Hand kopiert, fehlt vielleicht ein Teil: Öffnen Sie ihn aus der E-Mail, oder fordern Sie einen neuen an.',
  },
  provider: {
    signIn: 'Mit {{name}} anmelden',
    stale: 'Diese Anmeldung hat zu lange gedauert oder in einem anderen Fenster begonnen. Bitte beginnen Sie neu.',
    cancelled: '{{name}} hat Sie nicht eingelassen. Versuchen Sie es erneut oder benutzen Sie Ihr Passwort.',
    'not-believed':
      'Der Antwort von {{name}} ist nicht zu trauen. Beginnen Sie neu; bleibt es dabei, wenden Sie sich an die Systemverwaltung.',
    away: '{{name}} antwortet gerade nicht. Benutzen Sie Ihr Passwort oder versuchen Sie es später noch einmal.',
    unverified: '{{name}} bestätigt Ihre E-Mail-Adresse nicht. Bestätigen Sie sie dort oder benutzen Sie Ihr Passwort.',
    'unknown-person':
      'Die Adresse, die {{name}} nennt, ist hier nicht bekannt. Bitten Sie Ihre Genossenschaft um ein Benutzerkonto.',
    'no-role': '{{name}} gibt Ihnen hier keine Rolle. Fragen Sie die Systemverwaltung.',
    'factor-needed':
      '{{name}} hat keinen zweiten Faktor verlangt, den Ihre Rolle braucht. Schalten Sie ihn dort ein oder benutzen Sie Ihr Passwort.',
  },
  factor: {
    app: 'Authentifizierungs-App',
    present: 'Bei jeder Anmeldung wird Ihr zweiter Faktor verlangt.',
    provider:
      'Ihr zweiter Faktor wurde dort verlangt, wo Sie sich angemeldet haben. Sie können einen Passkey oder eine App für die Anmeldung mit Passwort hinzufügen.',
    missing:
      'Sie sehen Daten anderer: Richten Sie zuerst einen Passkey ein, oder eine App, die für jede Anmeldung einen Code zeigt.',
    none: 'Sie können einen Passkey hinzufügen, oder eine App, die für jede Anmeldung einen Code zeigt.',
    why: 'Wer Ihr Passwort erfährt, kann sich trotzdem nicht anmelden. Sie brauchen eine Authentifizierungs-App auf Ihrem Telefon; jede ist recht.',
    begin: 'App einrichten',
    scan: 'Scannen Sie diesen QR-Code mit der App.',
    square: 'QR-Code für die App',
    open: 'App auf diesem Telefon öffnen',
    type: 'Oder tippen Sie dies in die App:',
    code: 'Code der App',
    codeHint: 'Sechs Ziffern, die jede halbe Minute wechseln.',
    confirm: 'Fertigstellen',
    remove: 'App entfernen',
  },
  passkey: {
    title: 'Passkeys',
    why: 'Ihr Telefon, Ihr Rechner oder ein Sicherheitsschlüssel bewahrt einen Passkey für Sie auf. Sie melden sich damit statt mit einem Passwort an, oder er wird nach dem Passwort verlangt.',
    list: 'Ihre Passkeys',
    none: 'Sie haben noch keinen.',
    name: 'Name eines neuen Passkeys',
    nameHint: 'Etwa „Mein Telefon“.',
    password: 'Ihr Passwort',
    passwordHint: 'Damit werden Passkeys hinzugefügt und entfernt.',
    add: 'Passkey hinzufügen',
    remove: '{{name}} entfernen',
    of: 'Passkey',
    removal: 'Entfernen',
    made: 'Hinzugefügt',
    used: 'Zuletzt benutzt',
    never: 'nie',
    signIn: 'Mit einem Passkey anmelden',
    use: 'Ihren Passkey benutzen',
    needed: 'Auch Ihr Passkey wird verlangt.',
    noName:
      'Hier gibt es keine, weil die Adresse dieses Programms aus Ziffern besteht. Bitten Sie die Systemverwaltung um eine Adresse mit einem Namen.',
    at: 'Sie funktionieren nur unter {{address}}. Öffnen Sie das Programm dort.',
    unable: 'Dieser Browser kennt keine Passkeys.',
    cancelled:
      'Es ist nichts geschehen: Die Frage wurde geschlossen oder dauerte zu lange. Sie können es erneut versuchen.',
    elsewhere:
      'Der Browser erlaubt unter dieser Adresse keinen Passkey. Öffnen Sie das Programm unter seiner eigenen Adresse.',
    known: 'Dieses Gerät hat schon einen Passkey für dieses Benutzerkonto.',
    failed: 'Der Browser konnte das nicht. Versuchen Sie es erneut oder mit einem anderen Gerät.',
  },
};
