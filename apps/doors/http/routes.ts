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
      if (!layer.route || !layer.match(path)) continue;
      for (const { method } of layer.route.stack) if (method) methods.add(method.toUpperCase());
    }
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].sort();
  }
}
