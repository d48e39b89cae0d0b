/** Where she reads and signs a contract: at its mission, or at her budget when it is by the month. */
export const contractPage = ({ mission }: { readonly mission: string | null }): string =>
  mission === null ? '/budget' : `/missions/${mission}`;
