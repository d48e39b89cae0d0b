import { type ArgumentMetadata, Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { invalidRequest } from '../problems/common-problems.js';
import { fieldErrors } from '../problems/field-errors.js';
import { Problem } from '../problems/problem.js';
import { ruleWords } from '../problems/rule-words.js';
import { leaveOutNulls } from './absent-fields.js';

/** Checks what comes in against its DTO: no unknown fields, no conversion of types, each fault with its place. */
@Injectable()
export class DoorPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      transformOptions: { enableImplicitConversion: false },
      exceptionFactory: (errors) => new InvalidFields(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && this.toValidate(metadata) && metadata.metatype && !isObject(value))
      throw notAnObject();
    try {
      const read: unknown = await super.transform(value, metadata);
      if (metadata.type === 'body') leaveOutNulls(read);
      return read;
    } catch (error) {
      if (!(error instanceof InvalidFields)) throw error;
      throw new Problem(invalidRequest, { errors: fieldErrors(error.errors, metadata.type) });
    }
  }
}

/** Carries the faults of one argument up to the place where its origin is known. */
class InvalidFields extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('invalid fields');
  }
}

/** An absent body counts as an empty object, so that each missing field is named. */
const isObject = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));

function notAnObject(): Problem {
  const { code, words } = ruleWords['isObject']!;
  return new Problem(invalidRequest, { errors: [{ pointer: '#', code, detail: words }] });
}
