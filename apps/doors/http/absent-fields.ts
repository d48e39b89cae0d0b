import { getMetadataStorage, IS_OPTIONAL } from 'class-validator';

/**
 * A field that may be left out is left out when its value is null: many programs write it so, and a room that tells
 * "left out" from a value by `undefined` must not meet a third case. Changes the body, and the bodies within it.
 */
export function leaveOutNulls(body: unknown): void {
  if (Array.isArray(body)) return body.forEach(leaveOutNulls);
  // Plain objects are free in form, such as the facts about a member: there a null is what its writer meant.
  if (typeof body !== 'object' || body === null || Object.getPrototypeOf(body) === Object.prototype) return;
  const fields = body as Record<string, unknown>;
  const mayBeAbsent = optionalFieldsOf(body.constructor);
  const absent = Object.keys(fields).filter((name) => fields[name] === null && mayBeAbsent.has(name));
  if (absent.length > 0) Object.assign(fields, standardsOf(body.constructor, absent));
  Object.values(fields).forEach(leaveOutNulls);
}

function optionalFieldsOf(form: NewableFunction): ReadonlySet<string> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(form, '', false, false);
  return new Set(rules.filter(({ name }) => name === IS_OPTIONAL).map(({ propertyName }) => propertyName));
}

/** What the fields are when nobody writes them. */
function standardsOf(form: NewableFunction, names: readonly string[]): Record<string, unknown> {
  const empty = new (form as new () => Record<string, unknown>)();
  return Object.fromEntries(names.map((name) => [name, empty[name]]));
}
