import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** How an error is described in the API's documents. */
export class ProblemErrorBody {
  @ApiProperty({ type: String, example: '#/client/country' })
  pointer: string;

  @ApiProperty({ type: String, example: 'outside-eu', description: 'A stable word for programs; never translated.' })
  code: string;

  @ApiProperty({ type: String })
  detail: string;
}

export class ProblemBody {
  @ApiProperty({ type: String, example: '/problems/invalid-request', description: 'A page with cause and cure.' })
  type: string;

  @ApiProperty({ type: String, description: 'In the language of the request.' })
  title: string;

  @ApiProperty({ type: Number, example: 400 })
  status: number;

  @ApiProperty({ type: String })
  detail: string;

  @ApiProperty({ type: String, example: '/api/v1/missions' })
  instance: string;

  @ApiProperty({ type: String, example: '4bf92f3577b34da6a3ce929d0e0e4736' })
  traceId: string;

  @ApiPropertyOptional({ type: [ProblemErrorBody] })
  errors?: ProblemErrorBody[];
}
