import type { DeclarationField, DeclarationForm, FieldShape, FilledField } from '@passerelle/rules/kit';

/**
 * A declaration as the French norm of social declarations asks for it: one line for each rubric, `S21.G00.30.001,'value'`,
 * in the order of the norm. Null for a form whose fields are no rubrics. Rubrics that only the program that sends adds, such
 * as those of the sender and the count of lines, are not in it.
 */
export function declarationText(form: DeclarationForm, filled: readonly FilledField[]): string | null {
  if (!form.fields.every(isRubric)) return null;
  const fields = filled.flatMap(({ officialName, value }, index) =>
    value === null ? [] : [{ officialName, value: asNormed(value, form.fields[index]!.shape) }],
  );
  return fields
    .sort((one, other) => (one.officialName < other.officialName ? -1 : 1))
    .map(({ officialName, value }) => `${officialName},'${value}'\r\n`)
    .join('');
}

const isRubric = ({ officialName }: DeclarationField): boolean => /^S\d{2}\.G\d{2}\.\d{2}\.\d{3}$/.test(officialName);

/** The norm writes days as `23032026` and a month as its first day. */
function asNormed(value: string, { kind }: FieldShape): string {
  if (kind === 'day') return turned(value);
  return kind === 'month' ? turned(`${value}-01`) : value;
}

const turned = (date: string): string => date.split('-').reverse().join('');
