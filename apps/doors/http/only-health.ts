import type { NextFunction, Request, Response } from 'express';

const health = ['/livez', '/readyz', '/metrics'];

/** A process that serves nobody has no door to knock at: fewer ways in, and no work taken from what it is there for. */
export function refuseAllButHealth(request: Request, response: Response, next: NextFunction): void {
  if (health.includes(request.path)) next();
  else response.status(404).type('text/plain').send('this process answers /livez, /readyz and /metrics only\n');
}
