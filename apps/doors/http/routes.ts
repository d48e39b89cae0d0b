import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express } from 'express';

/** A route of Express's router; its types leave out how it tells whether an address is its own. */
interface MatchingLayer {
  readonly route?: { readonly stack: readonly { readonly method?: string }[] };
  match(path: string): boolean;
}

/** What the program answers to, read from the router itself. */
@Injectable()
export class Routes {
  constructor(private readonly host: HttpAdapterHost) {}

  /** The methods an address takes, in capitals; none when there is nothing at the address. */
  methodsAt(path: string): readonly string[] {
    const express = this.host.httpAdapter.getInstance<Express>();
    const methods = new Set<string>();
    for (const layer of express.router.stack as unknown as readonly MatchingLayer[]) {
      const own = (layer.route?.stack ?? []).flatMap(({ method }) => method?.toUpperCase() ?? []);
      if (!takesAll(own) && own.length > 0 && layer.match(path)) own.forEach((method) => methods.add(method));
    }
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  }
}

/** What takes even the methods of file servers is something every request passes through, not an answer to them. */
const takesAll = (methods: readonly string[]): boolean => methods.includes('UNLOCK');
