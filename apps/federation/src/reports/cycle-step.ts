/** When a node first reported a state of a cycle. */
export interface CycleStep {
  readonly node: string;
  readonly cycle: string;
  readonly round: string;
  readonly state: string;
  /** By the node's own report. */
  readonly since: string;
}
