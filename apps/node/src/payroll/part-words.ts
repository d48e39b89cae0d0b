import type { Words } from '@passerelle/rules';

/** Where an amount stands between the price and the net. The last four stand on the payslip itself. */
export type PartGroup =
  | 'host_share'
  | 'contribution'
  | 'net'
  | 'set_aside'
  | 'remainder'
  | 'earned'
  | 'paid_on_top'
  | 'held_back_social'
  | 'tax'
  | 'expenses_and_corrections';

/** What each group of amounts is for, in one plain sentence. */
export const groupWords: Readonly<Record<PartGroup, Words>> = {
  host_share: {
    en: 'Stays with the branch that finds, signs and invoices the client.',
    fr: 'Reste à la coopérative qui trouve le client, signe avec lui et le facture.',
    nl: 'Blijft bij de coöperatie die de klant vindt, met de klant tekent en factureert.',
    sv: 'Stannar hos kooperativet som hittar kunden, skriver avtalet och fakturerar.',
    de: 'Bleibt bei der Genossenschaft, die den Auftraggeber findet, mit ihm abschließt und ihm die Rechnung stellt.',
  },
  contribution: {
    en: 'Pays for what members share: advisers, payroll, insurance and the guarantee of payment.',
    fr: 'Finance ce que les membres partagent : conseil, paie, assurances et garantie de paiement.',
    nl: 'Betaalt wat leden delen: advies, loonverwerking, verzekering en de betalingsgarantie.',
    sv: 'Betalar det som medlemmarna delar: rådgivning, löner, försäkring och betalningsgaranti.',
    de: 'Bezahlt, was die Mitglieder teilen: Beratung, Lohnabrechnung, Versicherung und Zahlungsgarantie.',
  },
  net: {
    en: 'What arrives on your account.',
    fr: 'Ce qui arrive sur votre compte.',
    nl: 'Wat op uw rekening komt.',
    sv: 'Det som kommer in på ditt konto.',
    de: 'Was auf Ihrem Konto ankommt.',
  },
  set_aside: {
    en: 'Kept for expenses by your own decision; it is no pay, and no contributions or tax are due on it.',
    fr: 'Mis de côté pour des frais par votre propre décision ; ce n’est pas un salaire, sans cotisations ni impôt.',
    nl: 'Door uzelf opzijgezet voor onkosten; het is geen loon, en er zijn geen bijdragen of belasting op verschuldigd.',
    sv: 'Avsatt för utlägg efter ditt eget beslut; det är inte lön, utan avgifter och skatt.',
    de: 'Auf Ihren Wunsch für Auslagen zurückgelegt; das ist kein Lohn, und es fallen weder Beiträge noch Steuern an.',
  },
  remainder: {
    en: 'The few cents that no whole cent of gross pay can use; they stay on your account with the cooperative.',
    fr: 'Les quelques centimes qu’aucun centime entier de brut ne peut utiliser ; ils restent sur votre compte à la coopérative.',
    nl: 'De enkele centen die in geen hele cent brutoloon passen; ze blijven op uw rekening bij de coöperatie.',
    sv: 'De få ören som inget helt öre bruttolön kan använda; de står kvar på ditt konto hos kooperativet.',
    de: 'Die wenigen Cent, die in keinen ganzen Cent Bruttolohn passen; sie bleiben auf Ihrem Konto bei der Genossenschaft.',
  },
  earned: {
    en: 'What you have earned before anything is held back.',
    fr: 'Ce que vous avez gagné avant toute retenue.',
    nl: 'Wat u verdiend hebt voordat er iets wordt ingehouden.',
    sv: 'Det du har tjänat innan något dras av.',
    de: 'Was Sie verdient haben, bevor etwas einbehalten wird.',
  },
  paid_on_top: {
    en: 'Paid by the cooperative on top of your gross pay; opens your rights to social protection.',
    fr: 'Payé par la coopérative en plus de votre brut ; ouvre vos droits à la protection sociale.',
    nl: 'Betaald door de coöperatie boven op uw brutoloon; opent uw rechten op sociale bescherming.',
    sv: 'Betalas av kooperativet utöver din bruttolön; ger dig rätt till social trygghet.',
    de: 'Zahlt die Genossenschaft zusätzlich zu Ihrem Bruttolohn; eröffnet Ihnen Rechte auf soziale Sicherung.',
  },
  held_back_social: {
    en: 'Paid to social security; opens your rights to sickness, unemployment and pension cover.',
    fr: 'Versé à la sécurité sociale ; ouvre vos droits en cas de maladie et de chômage, et à la pension.',
    nl: 'Betaald aan de sociale zekerheid; opent uw rechten bij ziekte, werkloosheid en pensioen.',
    sv: 'Betalas till socialförsäkringen; ger rätt till ersättning vid sjukdom och arbetslöshet och till pension.',
    de: 'Geht an die Sozialversicherung; eröffnet Ihnen Rechte bei Krankheit, Arbeitslosigkeit und im Alter.',
  },
  tax: {
    en: 'Paid to the tax office in your name; it counts when your income tax is worked out.',
    fr: 'Versé au fisc en votre nom ; déduit lors du calcul de votre impôt sur le revenu.',
    nl: 'Betaald aan de fiscus op uw naam; het telt mee bij de berekening van uw inkomstenbelasting.',
    sv: 'Betalas till skattemyndigheten i ditt namn; räknas av från din slutliga skatt.',
    de: 'Geht in Ihrem Namen an das Finanzamt; es wird bei Ihrer Einkommensteuer angerechnet.',
  },
  expenses_and_corrections: {
    en: 'Refunds and benefits, which are not pay for work.',
    fr: 'Remboursements et avantages, qui ne sont pas une rémunération du travail.',
    nl: 'Terugbetalingen en voordelen, die geen loon voor werk zijn.',
    sv: 'Ersättningar och förmåner, som inte är lön för arbete.',
    de: 'Erstattungen und Vorteile, die kein Lohn für Arbeit sind.',
  },
};

/** Names of the amounts that no country's law names. */
export const partNames = {
  hostShare: {
    en: 'Share of the host branch',
    fr: 'Part de la coopérative d’accueil',
    nl: 'Aandeel van de gastcoöperatie',
    sv: 'Värdkooperativets andel',
    de: 'Anteil der Gastgenossenschaft',
  },
  contribution: {
    en: 'Contribution to the cooperative',
    fr: 'Contribution mutualisée',
    nl: 'Bijdrage aan de coöperatie',
    sv: 'Avgift till kooperativet',
    de: 'Beitrag an die Genossenschaft',
  },
  net: { en: 'Net pay', fr: 'Salaire net', nl: 'Nettoloon', sv: 'Nettolön', de: 'Nettolohn' },
  setAside: {
    en: 'Set aside for expenses',
    fr: 'Mis de côté pour des frais',
    nl: 'Opzijgezet voor onkosten',
    sv: 'Avsatt för utlägg',
    de: 'Für Auslagen zurückgelegt',
  },
  remainder: {
    en: 'Remainder on your account',
    fr: 'Reliquat sur votre compte',
    nl: 'Restbedrag op uw rekening',
    sv: 'Rest på ditt konto',
    de: 'Restbetrag auf Ihrem Konto',
  },
} as const satisfies Record<string, Words>;

export const estimateWord: Words = {
  en: 'estimate',
  fr: 'estimation',
  nl: 'raming',
  sv: 'uppskattning',
  de: 'Schätzung',
};
