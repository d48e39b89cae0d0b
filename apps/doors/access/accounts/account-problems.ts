import type { Words } from '../../language.js';
import { notFound } from '../../problems/common-problems.js';
import { Problem, problemKind } from '../../problems/problem.js';
import { refusalTable } from '../../problems/refusal-table.js';
import { anyRule, ruleWords } from '../../problems/rule-words.js';
import type { AccountRefusal } from './account.js';

const accountRefused = problemKind({
  slug: 'account-refused',
  status: 422,
  title: {
    en: 'This account cannot be made',
    fr: 'Ce compte ne peut pas être créé',
    nl: 'Dit account kan niet worden aangemaakt',
    sv: 'Kontot kan inte skapas',
    de: 'Dieses Benutzerkonto kann nicht angelegt werden',
  },
  cure: {
    en: '"errors" says what stands in the way: an address that has an account already, a password that is too short, or a role that does not exist here. Nothing has been kept.',
    fr: '« errors » dit ce qui s’y oppose : une adresse qui a déjà un compte, un mot de passe trop court ou un rôle qui n’existe pas ici. Rien n’a été conservé.',
    nl: '"errors" zegt wat in de weg staat: een adres dat al een account heeft, een te kort wachtwoord of een rol die hier niet bestaat. Er is niets bewaard.',
    sv: '”errors” anger vad som hindrar: en adress som redan har ett konto, ett för kort lösenord eller en roll som inte finns här. Inget har sparats.',
    de: '„errors“ nennt das Hindernis: eine Adresse, die schon ein Benutzerkonto hat, ein zu kurzes Passwort oder eine Rolle, die es hier nicht gibt. Nichts wurde gespeichert.',
  },
});

const emailTaken: Words = {
  en: 'This address has an account already.',
  fr: 'Cette adresse a déjà un compte.',
  nl: 'Dit adres heeft al een account.',
  sv: 'Adressen har redan ett konto.',
  de: 'Diese Adresse hat schon ein Benutzerkonto.',
};
const unknownRole: Words = {
  en: 'This program does not have that role.',
  fr: 'Ce programme ne connaît pas ce rôle.',
  nl: 'Dit programma kent die rol niet.',
  sv: 'Programmet har inte den rollen.',
  de: 'Dieses Programm kennt diese Rolle nicht.',
};
const subjectNeeded: Words = {
  en: 'A worker’s account needs the member whose things it owns.',
  fr: 'Le compte d’un travailleur demande le membre à qui il appartient.',
  nl: 'Bij het account van een werknemer hoort het lid van wie het is.',
  sv: 'En arbetstagares konto behöver medlemmen som det tillhör.',
  de: 'Das Benutzerkonto einer beschäftigten Person braucht das Mitglied, dem es gehört.',
};

const at = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(accountRefused, { errors: [{ pointer, code, detail }] });

export const refusedAccounts = refusalTable<AccountRefusal>({
  'email-taken': () => at('#/email', 'email-taken', emailTaken),
  'not-an-email': () => at('#/email', 'not-an-email', ruleWords['isEmail']?.words ?? anyRule),
  'password-too-short': () => at('#/password', 'too-short', accountRefused.cure),
  'password-too-long': () => at('#/password', 'too-long', accountRefused.cure),
  'no-role': () => at('#/roles', 'required', unknownRole),
  'unknown-role': () => at('#/roles', 'unknown-role', unknownRole),
  'worker-without-subject': () => at('#/subject', 'required', subjectNeeded),
  'unknown-account': () => new Problem(notFound),
});
