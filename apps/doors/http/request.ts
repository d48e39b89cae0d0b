import type { Account } from '../access/accounts/account.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** 32 hexadecimal digits that name this request in every node's log (W3C Trace Context). */
    traceId: string;
    /** The same with this request's own step in it, for what comes of it. */
    traceparent: string;
    /** Who is signed in; set by the access guard, absent on public routes. */
    account?: Account;
  }
}
