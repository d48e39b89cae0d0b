import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type NodeBody, askNode } from '../../api/node.js';
import { type Session, memberOf } from '../../app/session.js';

export type Notification = NodeBody<'NotificationBody'>;

/** Her newest notifications: of older ones each mission, payslip and expense tells itself. */
export function useNotifications(session: Session): UseQueryResult<NodeBody<'NotificationsPage'>> {
  const id = memberOf(session);
  return useQuery({
    queryKey: ['notifications', id],
    queryFn: ({ signal }) =>
      askNode('get', '/api/v1/members/{id}/notifications', { path: { id }, query: { limit: 100 }, signal }),
  });
}
