import type { Words } from '../words.js';

/** Why a situation lies outside the coordination, or between two agreements that do not know each other. */
export const outOfScope = {
  'state-outside': {
    en: 'The work does not lie between states that coordinate their social security: {states}.',
    fr: 'Le travail ne se situe pas entre des États qui coordonnent leur sécurité sociale : {states}.',
    nl: 'Het werk ligt niet tussen staten die hun sociale zekerheid coördineren: {states}.',
    sv: 'Arbetet ligger inte mellan stater som samordnar sin sociala trygghet: {states}.',
    de: 'Die Arbeit liegt nicht zwischen Staaten, die ihre soziale Sicherheit koordinieren: {states}.',
  },
  'tca-not-linked': {
    en: 'The agreement between the Union and the United Kingdom does not reach the EEA or Switzerland: {states}.',
    fr: 'L’accord entre l’Union et le Royaume-Uni ne s’étend ni à l’EEE ni à la Suisse : {states}.',
    nl: 'Het akkoord tussen de Unie en het Verenigd Koninkrijk reikt niet tot de EER of Zwitserland: {states}.',
    sv: 'Avtalet mellan unionen och Storbritannien omfattar inte EES eller Schweiz: {states}.',
    de: 'Das Abkommen zwischen der Union und dem Vereinigten Königreich reicht nicht zum EWR oder zur Schweiz: {states}.',
  },
  'third-country-national': {
    en: 'Third-country nationals are not covered in relation to: {state:state}.',
    fr: 'Les ressortissants de pays tiers ne sont pas couverts dans les relations avec : {state:state}.',
    nl: 'Onderdanen van derde landen vallen er niet onder in de betrekkingen met: {state:state}.',
    sv: 'Tredjelandsmedborgare omfattas inte i förhållande till: {state:state}.',
    de: 'Drittstaatsangehörige sind nicht erfasst im Verhältnis zu: {state:state}.',
  },
  'not-legally-resident': {
    en: 'A third-country national is covered only while living or staying legally in the Union (Regulation 1231/2010).',
    fr: 'Un ressortissant de pays tiers n’est couvert que s’il réside ou séjourne légalement dans l’Union (règlement 1231/2010).',
    nl: 'Een onderdaan van een derde land valt er alleen onder bij legaal verblijf in de Unie (verordening 1231/2010).',
    sv: 'En tredjelandsmedborgare omfattas bara vid laglig vistelse i unionen (förordning 1231/2010).',
    de: 'Drittstaatsangehörige sind nur bei rechtmäßigem Aufenthalt in der Union erfasst (Verordnung 1231/2010).',
  },
  'no-state-to-name': {
    en: 'The rule points to the residence, which lies outside the coordinated states: {state:state}.',
    fr: 'La règle renvoie à l’État de résidence, situé hors des États coordonnés : {state:state}.',
    nl: 'De regel verwijst naar de woonplaats, die buiten de gecoördineerde staten ligt: {state:state}.',
    sv: 'Regeln pekar på bosättningsstaten, som ligger utanför de samordnade staterna: {state:state}.',
    de: 'Die Regel verweist auf den Wohnort, der außerhalb der koordinierten Staaten liegt: {state:state}.',
  },
  'agreements-not-linked': {
    en: 'One person under the Union, EEA and Swiss agreements at once: they are not linked, ask the institution.',
    fr: 'Une même personne relève à la fois des accords de l’Union, de l’EEE et de la Suisse : ils ne sont pas liés, interrogez l’institution.',
    nl: 'Eén persoon onder de akkoorden van de Unie, de EER en Zwitserland tegelijk: ze zijn niet gekoppeld, vraag de instelling.',
    sv: 'En person under unionens, EES och Schweiz avtal samtidigt: de är inte kopplade, fråga institutionen.',
    de: 'Eine Person zugleich unter den Abkommen von Union, EWR und Schweiz: Sie sind nicht verknüpft, fragen Sie den Träger.',
  },
} satisfies Readonly<Record<string, Words>>;

export type OutOfScope = Exclude<keyof typeof outOfScope, 'agreements-not-linked'>;
