import { type DynamicModule, Module } from '@nestjs/common';
import { FEDERATION_CONFIG, type FederationConfig } from './federation-settings.js';

/** Gives the configuration to every room that asks for `FEDERATION_CONFIG`. */
@Module({})
export class ConfigModule {
  static for(config: FederationConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: FEDERATION_CONFIG, useValue: config }],
      exports: [FEDERATION_CONFIG],
    };
  }
}
