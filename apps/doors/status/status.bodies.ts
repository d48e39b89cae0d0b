import { ApiProperty } from '@nestjs/swagger';
import type { Incident } from './incidents.store.js';
import { type Service, type ServiceState, services, wholeState } from './service-states.js';
import type { ProgramStatus } from './status-watch.service.js';

const states = ['up', 'degraded', 'down'] as const;

export class ServiceBody {
  @ApiProperty({
    enum: services,
    description:
      'Of a node: pages and what they show; work that follows by itself; exchange with other cooperatives. ' +
      'Of the federation: console, its pages; nodes, what they report. Of both: reports and exports.',
  })
  service: Service;

  @ApiProperty({ enum: states })
  state: ServiceState;
}

export class IncidentBody {
  @ApiProperty({ enum: services })
  service: Service;

  @ApiProperty({ type: String, format: 'date-time' })
  beganAt: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it lasts.' })
  endedAt: Date | null;
}

export class StatusBody {
  @ApiProperty({ enum: states })
  state: ServiceState;

  @ApiProperty({ type: [ServiceBody], description: 'What this program has, the most missed first.' })
  services: readonly ServiceBody[];

  @ApiProperty({
    type: IncidentBody,
    nullable: true,
    description: 'The last one; null when there was none or nobody can know.',
  })
  lastIncident: Incident | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where the cooperative reads letters; null where the program has no address of its own.',
  })
  contact: string | null;

  static of({ services: all, lastIncident }: ProgramStatus, at: Date, contact: string | null): StatusBody {
    return Object.assign(new StatusBody(), {
      state: wholeState(all),
      services: [...all].map(([service, state]) => Object.assign(new ServiceBody(), { service, state })),
      lastIncident: lastIncident ?? null,
      at,
      contact,
    });
  }
}
