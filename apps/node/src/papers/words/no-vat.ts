import type { Words } from '@passerelle/rules';

/** Why an invoice shows no VAT when the service is taxed nowhere in the Union. */
export const outsideUnionWords: Words = {
  en: 'Outside the scope of EU VAT: place of supply outside the Union, Directive 2006/112/EC',
  fr: 'Hors du champ de la TVA de l’Union : lieu de la prestation hors de l’Union, directive 2006/112/CE',
  nl: 'Buiten het toepassingsgebied van de btw van de Unie: plaats van de dienst buiten de Unie, Richtlijn 2006/112/EG',
  sv: 'Utanför EU:s mervärdesskatt: platsen för tjänsten ligger utanför unionen, direktiv 2006/112/EG',
  de: 'Außerhalb der Mehrwertsteuer der Union: Ort der Leistung außerhalb der Union, Richtlinie 2006/112/EG',
};
