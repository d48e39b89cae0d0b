import { HttpException } from '@nestjs/common';
import { NoValueOnDay } from '@passerelle/values';
import {
  bodyTooLarge,
  brokenBody,
  internalError,
  malformedAddress,
  methodNotAllowed,
  noSuchRoute,
  noValueOnDay,
  nothingKept,
  requestRefused,
  unsupportedMediaType,
} from './common-problems.js';
import { keepsNothing } from '../database/keeps-nothing.js';
import { Problem } from './problem.js';

/** Which methods an address takes: none when there is nothing at the address. */
export type MethodsAt = (path: string) => readonly string[];

/** The problem that answers an error of the framework or of our own; the texts of unknown errors are never shown. */
export function problemOf(error: unknown, path: string, methodsAt: MethodsAt): Problem {
  if (error instanceof Problem) return error;
  // Asked about a day without a law or decision: what the caller wrote is the usual cause, and always the cure's start.
  if (error instanceof NoValueOnDay) return new Problem(noValueOnDay, { extra: { what: error.what, on: error.on } });
  if (keepsNothing(error)) return new Problem(nothingKept, { headers: { 'Retry-After': '60' } });
  if (!(error instanceof HttpException)) return new Problem(internalError);
  const cause = error.cause as BodyError | undefined;
  if (cause instanceof URIError) return new Problem(malformedAddress);
  switch (error.getStatus()) {
    case 404:
      return unknownAddress(methodsAt(path));
    case 413:
      return tooLarge(cause?.limit);
    case 415:
      return new Problem(unsupportedMediaType);
    case 400:
      return new Problem(cause?.type ? brokenBody : requestRefused);
    default:
      return new Problem(error.getStatus() < 500 ? requestRefused : internalError);
  }
}

/** What Express's body parsers add to their errors. */
interface BodyError {
  readonly type?: string;
  readonly limit?: number;
}

function unknownAddress(methods: readonly string[]): Problem {
  if (methods.length === 0) return new Problem(noSuchRoute);
  const allow = methods.join(', ');
  return new Problem(methodNotAllowed, { extra: { allow: methods }, headers: { Allow: allow } });
}

const tooLarge = (limit: number | undefined): Problem =>
  new Problem(bodyTooLarge, limit === undefined ? {} : { extra: { limitBytes: limit } });
