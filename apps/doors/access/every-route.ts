import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { routeAccess } from './allow.js';

/** Refuses to start a program with a route that says neither who may use it nor that everybody may. */
@Injectable()
export class EveryRoute implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const controllers = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? [metatype as Type] : []));
    const undecided = controllers.flatMap((controller) => this.undecidedIn(controller));
    if (undecided.length > 0)
      throw new Error(`add @Allow(…), @SignedIn() or @Public(): nobody knows who may use ${undecided.join(', ')}`);
  }

  private undecidedIn(controller: Type): string[] {
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .filter((name) => !routeAccess(prototype[name]!, controller))
      .map((name) => `${controller.name}.${name}`);
  }
}
