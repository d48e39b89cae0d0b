import { type DynamicModule, Module } from '@nestjs/common';
import { NODE_CONFIG, type NodeConfig } from './node-settings.js';

/** Gives the configuration to every room that asks for `NODE_CONFIG`. */
@Module({})
export class ConfigModule {
  static for(config: NodeConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: NODE_CONFIG, useValue: config }],
      exports: [NODE_CONFIG],
    };
  }
}
