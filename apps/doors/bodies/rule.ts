import { registerDecorator } from 'class-validator';

/** A rule of a field. Its name is found in `problems/rule-words.ts`, which says what a broken one tells the reader. */
export const rule =
  (name: string, holds: (value: unknown, body: object) => boolean) => (): PropertyDecorator => (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value, details) => holds(value, details?.object ?? {}), defaultMessage: () => name },
    });
