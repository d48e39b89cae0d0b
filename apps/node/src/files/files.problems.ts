import { Problem, type ProblemKind } from '@passerelle/doors';
import type { FileRefusal } from './file.js';

/** How each door says that a file is not one it keeps. The kind says which files those are. */
export const fileProblems = (
  kind: ProblemKind,
): { readonly [K in FileRefusal['kind']]: (refusal: Extract<FileRefusal, { kind: K }>) => Problem } => ({
  'empty-file': () =>
    new Problem(kind, {
      detail: {
        en: 'The file is empty.',
        fr: 'Le fichier est vide.',
        nl: 'Het bestand is leeg.',
        sv: 'Filen är tom.',
        de: 'Die Datei ist leer.',
      },
      extra: { code: 'empty-file' },
    }),
  'not-an-image': ({ begins }) =>
    new Problem(kind, {
      detail: {
        en: `The file is not of a kind that is kept here, whatever its name says: it begins with the bytes ${begins}.`,
        fr: `Ce n’est ni une photo ni un PDF, quoi que dise son nom : il commence par les octets ${begins}.`,
        nl: `Dit is geen foto of pdf, wat de naam ook zegt: het begint met de bytes ${begins}.`,
        sv: `Det är varken ett foto eller en PDF, vad namnet än säger: filen börjar med ${begins}.`,
        de: `Das ist weder Foto noch PDF, was der Name auch sagt: Die Datei beginnt mit den Bytes ${begins}.`,
      },
      extra: { code: 'not-an-image' },
    }),
  'cut-off': ({ media }) =>
    new Problem(kind, {
      detail: {
        en: `The file begins as ${media} and its end is missing: send it again.`,
        fr: `Le fichier commence comme ${media} et sa fin manque : envoyez-le à nouveau.`,
        nl: `Het bestand begint als ${media} en het einde ontbreekt: stuur het opnieuw.`,
        sv: `Filen börjar som ${media} och slutet saknas: skicka den igen.`,
        de: `Die Datei beginnt als ${media} und ihr Ende fehlt: Senden Sie sie erneut.`,
      },
      extra: { code: 'cut-off' },
    }),
});
