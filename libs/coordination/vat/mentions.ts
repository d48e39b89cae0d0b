/** What an invoice must say when no VAT is on it (Directive 2006/112/EC, art. 226(11) and (11a)). */
export type Mention = 'REVERSE_CHARGE' | 'EXEMPT';

/** By language of the invoice. The words for the reverse charge are those of the directive in each language. */
const texts: Readonly<Record<Mention, Readonly<Record<string, string>>>> = {
  REVERSE_CHARGE: {
    de: 'Steuerschuldnerschaft des Leistungsempfängers',
    en: 'Reverse charge',
    es: 'Inversión del sujeto pasivo',
    fr: 'Autoliquidation',
    hu: 'Fordított adózás',
    it: 'Inversione contabile',
    nl: 'Btw verlegd',
    pt: 'Autoliquidação',
    sv: 'Omvänd betalningsskyldighet',
  },
  EXEMPT: {
    de: 'Steuerbefreit: Artikel 132 Absatz 1 Buchstabe n der Richtlinie 2006/112/EG',
    en: 'Exempt from VAT: Article 132(1)(n) of Directive 2006/112/EC',
    es: 'Operación exenta: artículo 132, apartado 1, letra n), de la Directiva 2006/112/CE',
    fr: 'Exonération de TVA : article 132, paragraphe 1, point n), de la directive 2006/112/CE',
    hu: 'Adómentes: a 2006/112/EK irányelv 132. cikke (1) bekezdésének n) pontja',
    it: 'Operazione esente: articolo 132, paragrafo 1, lettera n), della direttiva 2006/112/CE',
    nl: 'Vrijgesteld van btw: artikel 132, lid 1, punt n), van Richtlijn 2006/112/EG',
    pt: 'Isento de IVA: artigo 132.º, n.º 1, alínea n), da Diretiva 2006/112/CE',
    sv: 'Undantag från mervärdesskatt: artikel 132.1 n i direktiv 2006/112/EG',
  },
};

/** The languages in which mentions are known. */
export const mentionLanguages: readonly string[] = Object.keys(texts.REVERSE_CHARGE);

/** The text of a mention, or undefined in a language we have no words of the directive in. */
export const mentionText = (mention: Mention, language: string): string | undefined =>
  Object.hasOwn(texts[mention], language) ? texts[mention][language] : undefined;
