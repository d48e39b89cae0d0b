import { doorsEntities } from '@passerelle/doors';
import { ClientRow } from '../clients/clients.store.js';
import { LegalEntityRow, PolicyRow } from '../cooperative/cooperative.store.js';
import { FormalityRow } from '../formalities/formalities.store.js';
import { MailRow } from '../mail/mail.store.js';
import { MemberRow } from '../members/members.store.js';
import { SituationRow } from '../members/situations.store.js';
import { LinkRow } from '../missions/confirmation-links.store.js';
import { MissionEventRow, MissionRow } from '../missions/missions.store.js';
import { PlacingOpeningRow } from '../missions/placings.store.js';

/** Every room's rows. */
export const entities = [
  ...doorsEntities,
  MailRow,
  LegalEntityRow,
  PolicyRow,
  MemberRow,
  SituationRow,
  ClientRow,
  MissionRow,
  MissionEventRow,
  LinkRow,
  PlacingOpeningRow,
  FormalityRow,
];
