import { Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, notFound, Problem } from '@passerelle/doors';
import { CycleBody, CyclesBody, CycleSummaryBody } from './cycles.bodies.js';
import { Monitoring } from './monitoring.service.js';
import { LinkBody, LinksBody, NodeBody, NodesBody } from './nodes.bodies.js';
import { CurrencyPositionsBody, DifferenceBody, LimitBody, PositionsBody } from './positions.bodies.js';

@ApiController('nodes')
@Allow('fedadmin')
export class NodesController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'Is anybody unreachable? Each node with its last report and both directions of its links' })
  @ApiOkResponse({ type: NodesBody })
  async list(): Promise<NodesBody> {
    const { nodes } = await this.monitoring.picture();
    return { items: nodes.map((node) => NodeBody.of(node)) };
  }
}

@ApiController('links')
@Allow('fedadmin')
export class LinksController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'Each direction between two nodes, by the number its receiver has acknowledged' })
  @ApiOkResponse({ type: LinksBody })
  async list(): Promise<LinksBody> {
    const { links } = await this.monitoring.picture();
    return { items: links.map((link) => LinkBody.of(link)) };
  }
}

@ApiController('positions')
@Allow('fedadmin')
export class PositionsController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'Who owes whom, per currency, in the words of both sides' })
  @ApiOkResponse({ type: PositionsBody })
  async show(): Promise<PositionsBody> {
    const { positions, differences, limits } = await this.monitoring.picture();
    return {
      items: positions.map((each) => CurrencyPositionsBody.of(each)),
      differences: differences.map((each) => DifferenceBody.of(each)),
      limits: limits.map((each) => LimitBody.of(each)),
    };
  }
}

@ApiController('cycles')
@Allow('fedadmin')
export class CyclesController {
  constructor(private readonly monitoring: Monitoring) {}

  @Get()
  @ApiOperation({ summary: 'The cycles that nodes report, newest first' })
  @ApiOkResponse({ type: CyclesBody })
  async list(): Promise<CyclesBody> {
    const { cycles } = await this.monitoring.picture();
    return { items: cycles.map((cycle) => CycleSummaryBody.of(cycle)) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One cycle: what each node has done and waits for, the result, who signed, the payments' })
  @ApiOkResponse({ type: CycleBody })
  async show(@Param('id') id: string): Promise<CycleBody> {
    const { cycles } = await this.monitoring.picture();
    const found = cycles.find(({ cycle }) => `cyc_${cycle}` === id);
    if (!found) throw new Problem(notFound);
    return CycleBody.of(found);
  }
}
